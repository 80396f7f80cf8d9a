package dev.ramify.core.pipeline;

import dev.ramify.api.architecture.Shape;
import dev.ramify.api.data.Dataset;
import dev.ramify.api.data.Factor;
import java.util.List;

/**
 * What is known of a dataset without reading its images.
 *
 * @param shape shape of every image
 * @param classes names of the classes
 * @param factors the known factors
 * @param train number of images to train on
 * @param test number of images to test on
 */
public record DatasetFacts(
        Shape shape, List<String> classes, List<Factor> factors, int train, int test) {

    public DatasetFacts {
        classes = List.copyOf(classes);
        factors = List.copyOf(factors);
    }

    static DatasetFacts of(Dataset dataset) {
        return new DatasetFacts(
                dataset.shape(),
                dataset.classes(),
                dataset.factors(),
                dataset.train().size(),
                dataset.test().size());
    }
}
