package dev.ramify.plugins.datasets.cifar;

import dev.ramify.api.option.Option;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Options of {@code cifar10} and {@code cifar100}.
 *
 * @param path the batches or the archive; null for the folder of downloads
 * @param train number of training images; 0 for all
 * @param test number of test images; 0 for all
 * @param validation fraction of the training images to test on, in [0, 0.5]
 * @param grey whether colours are replaced by their luminance
 * @param verify whether files must have the published digests
 */
public record CifarOptions(
        @Option(
                        value =
                                "folder with the binary batches, or the tar.gz archive; the folder"
                                        + " of downloads where left out",
                        example = "data/cifar-10-batches-bin")
                @Nullable Path path,
        @Option(
                        value =
                                "number of training images, chosen evenly over the classes; 0 for"
                                        + " all",
                        defaultValue = "0",
                        min = 0,
                        max = 50000)
                int train,
        @Option(
                        value = "number of test images, chosen evenly over the classes; 0 for all",
                        defaultValue = "0",
                        min = 0,
                        max = 50000)
                int test,
        @Option(
                        value =
                                "fraction of the training images to test on in place of the test"
                                        + " images, to tune without looking at these",
                        defaultValue = "0",
                        min = 0,
                        max = 0.5)
                double validation,
        @Option(
                        value =
                                "whether colours are replaced by their luminance, in three equal"
                                        + " channels",
                        defaultValue = "false")
                boolean grey,
        @Option(
                        value =
                                "whether files must be the published ones; say false for batches"
                                        + " that you changed on purpose",
                        defaultValue = "true")
                boolean verify) {}
