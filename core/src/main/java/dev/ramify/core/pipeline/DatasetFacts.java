package dev.ramify.core.pipeline;

import dev.ramify.api.architecture.Shape;
import dev.ramify.api.data.Dataset;
import dev.ramify.api.data.Examples;
import dev.ramify.api.data.Factor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What is known of a dataset without reading its images.
 *
 * @param shape shape of every image
 * @param classes names of the classes
 * @param factors the known factors
 * @param trainByClass number of images to train on of every class
 * @param testByClass number of images to test on of every class
 * @param notes what people should know of the data, one sentence each
 */
public record DatasetFacts(
        Shape shape,
        List<String> classes,
        List<Factor> factors,
        List<Integer> trainByClass,
        List<Integer> testByClass,
        List<String> notes) {

    private static final int SHOWN = 5;

    public DatasetFacts {
        classes = List.copyOf(classes);
        factors = List.copyOf(factors);
        trainByClass = List.copyOf(trainByClass);
        testByClass = List.copyOf(testByClass);
        notes = List.copyOf(notes);
    }

    static DatasetFacts of(Dataset dataset) {
        List<Integer> train = counts(dataset.train(), dataset.classes().size());
        List<Integer> test = counts(dataset.test(), dataset.classes().size());
        List<String> notes = new ArrayList<>(dataset.notes());
        noteLack("train", dataset.classes(), train, notes);
        if (test.stream().filter(count -> count > 0).count() > 1) {
            noteLack("test", dataset.classes(), test, notes);
        }
        return new DatasetFacts(
                dataset.shape(), dataset.classes(), dataset.factors(), train, test, notes);
    }

    private static List<Integer> counts(Examples examples, int classes) {
        int[] counts = new int[classes];
        for (int i = 0; i < examples.size(); i++) {
            int label = examples.label(i);
            if (label >= 0 && label < classes) {
                counts[label]++;
            }
        }
        return Arrays.stream(counts).boxed().toList();
    }

    private static void noteLack(
            String use, List<String> classes, List<Integer> counts, List<String> notes) {
        List<String> there = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            (counts.get(i) > 0 ? there : missing).add(classes.get(i));
        }
        if (there.size() == 1) {
            notes.add("all images to %s on are of one class, %s".formatted(use, there.get(0)));
        } else if (!there.isEmpty() && !missing.isEmpty()) {
            notes.add(
                    "no image to %s on is of class %s%s"
                            .formatted(
                                    use,
                                    String.join(
                                            ", ",
                                            missing.subList(0, Math.min(SHOWN, missing.size()))),
                                    missing.size() > SHOWN
                                            ? " and %d more".formatted(missing.size() - SHOWN)
                                            : ""));
        }
    }

    /** Return the number of images to train on. */
    public int train() {
        return trainByClass.stream().mapToInt(Integer::intValue).sum();
    }

    /** Return the number of images to test on. */
    public int test() {
        return testByClass.stream().mapToInt(Integer::intValue).sum();
    }

    /** List the names of the classes that occur among the images to test on. */
    public List<String> tested() {
        return IntStream.range(0, classes.size())
                .filter(i -> testByClass.get(i) > 0)
                .mapToObj(classes::get)
                .toList();
    }

    /** Say in one sentence how many classes and images there are. */
    public String summary() {
        return "%d classes; %s to train on, %s to test on"
                .formatted(classes.size(), images(trainByClass), images(testByClass));
    }

    private static String images(List<Integer> counts) {
        int least = counts.stream().mapToInt(Integer::intValue).min().orElse(0);
        int most = counts.stream().mapToInt(Integer::intValue).max().orElse(0);
        return String.format(
                Locale.ROOT,
                "%,d images (%s per class)",
                counts.stream().mapToInt(Integer::intValue).sum(),
                least == most
                        ? String.format(Locale.ROOT, "%,d", least)
                        : String.format(Locale.ROOT, "%,d to %,d", least, most));
    }
}
