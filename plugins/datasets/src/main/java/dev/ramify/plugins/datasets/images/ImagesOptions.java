package dev.ramify.plugins.datasets.images;

import dev.ramify.api.option.Option;
import java.nio.file.Path;

/**
 * Options of {@code images}.
 *
 * @param path the folder of classes, or of the folders of training and test images
 * @param size height and width that images are brought to, in pixels
 * @param fit what happens to images that are not square
 * @param trainFolder name of the folder of training images, where there is one
 * @param testFolder name of the folder of test images, where there is one
 * @param testFraction fraction of every class to test on where there is no test folder
 * @param train number of training images; 0 for all
 * @param test number of test images; 0 for all
 * @param grey whether colours are replaced by their luminance
 */
public record ImagesOptions(
        @Option(
                        value =
                                "folder that has one folder of PNG or JPEG images per class, or a"
                                        + " folder 'train' and a folder 'test' of such",
                        example = "data/flowers")
                Path path,
        @Option(
                        value = "height and width that images are brought to, in pixels",
                        defaultValue = "32",
                        min = 4,
                        max = 512)
                int size,
        @Option(
                        value =
                                "what happens to images that are not square: crop their middle, or"
                                        + " stretch them",
                        defaultValue = "crop")
                Fit fit,
        @Option(
                        value =
                                "name of the folder of training images; where there is none of this name, one that is called alike, such as Training or seg_train",
                        defaultValue = ImagesOptions.TRAIN_FOLDER)
                String trainFolder,
        @Option(
                        value =
                                "name of the folder of test images; where there is none of this name, one that is called alike, or else val, valid or validation",
                        defaultValue = ImagesOptions.TEST_FOLDER)
                String testFolder,
        @Option(
                        value =
                                "fraction of every class to test on, where there is no folder of"
                                        + " test images",
                        defaultValue = "0.2",
                        min = 0.01,
                        max = 0.9)
                double testFraction,
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
                                "whether colours are replaced by their luminance, in three equal"
                                        + " channels",
                        defaultValue = "false")
                boolean grey) {

    static final String TRAIN_FOLDER = "train";

    static final String TEST_FOLDER = "test";

    /** What happens to an image that is not square. */
    public enum Fit {
        /** Keep the square in its middle. */
        CROP,
        /** Change its proportions. */
        STRETCH
    }
}
