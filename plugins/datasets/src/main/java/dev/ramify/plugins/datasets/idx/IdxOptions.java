package dev.ramify.plugins.datasets.idx;

import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.option.Option;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Options of {@code idx}.
 *
 * @param path folder of the four files; null for the folder of downloads
 * @param trainImages file to use in place of the standard one
 * @param trainLabels file to use in place of the standard one
 * @param testImages file to use in place of the standard one
 * @param testLabels file to use in place of the standard one
 * @param classes names by label; empty to use the numbers, or the known names of Fashion-MNIST
 * @param train number of training images; 0 for all
 * @param test number of test images; 0 for all
 * @param validation fraction of the training images to test on, in [0, 0.5]
 */
public record IdxOptions(
        @Option(
                        value =
                                "folder with the four files under their standard names, gzipped or"
                                        + " not; the folder of downloads where left out",
                        example = "data/fashion-mnist")
                @Nullable Path path,
        @Option("file of training images, where its name is not train-images-idx3-ubyte")
                @Nullable Path trainImages,
        @Option("file of training labels, where its name is not train-labels-idx1-ubyte")
                @Nullable Path trainLabels,
        @Option("file of test images, where its name is not t10k-images-idx3-ubyte")
                @Nullable Path testImages,
        @Option("file of test labels, where its name is not t10k-labels-idx1-ubyte")
                @Nullable Path testLabels,
        @Option(
                        value =
                                "names of the classes by label; the numbers themselves where"
                                        + " empty, except for Fashion-MNIST, which is recognised",
                        defaultValue = "[]")
                List<String> classes,
        @Option(
                        value =
                                "number of training images, chosen evenly over the classes; 0 for"
                                        + " all",
                        defaultValue = "0",
                        min = 0)
                int train,
        @Option(
                        value = "number of test images, chosen evenly over the classes; 0 for all",
                        defaultValue = "0",
                        min = 0)
                int test,
        @Option(
                        value =
                                "fraction of the training images to test on in place of the test"
                                        + " images, to tune without looking at these",
                        defaultValue = "0",
                        min = 0,
                        max = 0.5)
                double validation) {

    public IdxOptions {
        classes = List.copyOf(classes);
        if (classes.size() == 1) {
            throw new InvalidOptionException(
                    "classes", "expected at least two names, or none, found " + classes);
        }
        if (new HashSet<>(classes).size() < classes.size()) {
            throw new InvalidOptionException(
                    "classes", "expected every name once, found " + classes);
        }
    }
}
