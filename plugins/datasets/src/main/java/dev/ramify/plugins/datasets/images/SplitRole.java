package dev.ramify.plugins.datasets.images;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a folder of folders is for, by its name. */
enum SplitRole {
    /** To train on. */
    TRAIN(Set.of("train", "training", "trainset", "trainingset", "traindata", "trn", "tr")),
    /** To test on. */
    TEST(Set.of("test", "testing", "testset", "testingset", "testdata", "tst", "te")),
    /** To tune on while the test images are kept. */
    VALIDATION(
            Set.of(
                    "val",
                    "valid",
                    "validation",
                    "validate",
                    "valset",
                    "validationset",
                    "dev",
                    "holdout",
                    "heldout",
                    "eval",
                    "evaluation"));

    private final Set<String> words;

    SplitRole(Set<String> words) {
        this.words = words;
    }

    /**
     * Find the role that a word of the name says, in any spelling: {@code Training}, {@code
     * seg_train}, {@code val2017}, {@code trainImages}.
     */
    static Optional<SplitRole> of(String name) {
        List<String> found =
                Arrays.stream(name.split("[^\\p{Alpha}]+|(?<=\\p{Lower})(?=\\p{Upper})"))
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .toList();
        return Arrays.stream(values())
                .filter(role -> found.stream().anyMatch(role.words::contains))
                .findFirst();
    }
}
