package dev.ramify.core.pipeline;

import dev.ramify.api.architecture.Shape;
import dev.ramify.api.data.Dataset;
import dev.ramify.api.data.Examples;
import dev.ramify.api.data.Factor;

import java.util.BitSet;
import java.util.List;

/**
 * What is known of a dataset without reading its images.
 *
 * @param shape shape of every image
 * @param classes names of the classes
 * @param factors the known factors
 * @param train number of images to train on
 * @param test number of images to test on
 * @param tested names of the classes that occur among the images to test on
 */
public record DatasetFacts(
        Shape shape,
        List<String> classes,
        List<Factor> factors,
        int train,
        int test,
        List<String> tested) {

    public DatasetFacts {
        classes = List.copyOf(classes);
        factors = List.copyOf(factors);
        tested = List.copyOf(tested);
    }

    static DatasetFacts of(Dataset dataset) {
        return new DatasetFacts(
                dataset.shape(),
                dataset.classes(),
                dataset.factors(),
                dataset.train().size(),
                dataset.test().size(),
                present(dataset.test(), dataset.classes()));
    }

    private static List<String> present(Examples examples, List<String> classes) {
        BitSet labels = new BitSet();
        for (int i = 0; i < examples.size() && labels.cardinality() < classes.size(); i++) {
            int label = examples.label(i);
            if (label >= 0) {
                labels.set(label);
            }
        }
        return labels.stream().filter(l -> l < classes.size()).mapToObj(classes::get).toList();
    }
}
