package dev.ramify.core.engine;

import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.graph.Parameter;
import dev.ramify.core.engine.graph.Parameter.Piece;
import dev.ramify.core.engine.plan.LogicalOrder.Named;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Draws first parameters: weights from a normal distribution of variance {@code gain^2 2 / fan-in}
 * (He et al. 2015, arXiv 1502.01852), biases and shifts 0, scales 1.
 *
 * <p>Each layer has a seed of its own, from its path, so that a layer begins alike in every variant
 * that has it.
 */
final class Initialization {

    private Initialization() {}

    static Map<String, Named> draw(List<Parameter> parameters, Seed seed, double gain) {
        Map<String, Named> arrays = new HashMap<>();
        for (Parameter parameter : parameters) {
            for (Piece piece : parameter.pieces()) {
                String name = parameter.nameOf(piece);
                arrays.put(
                        name,
                        new Named(
                                piece.shape(), values(parameter, piece, seed.derive(name), gain)));
            }
        }
        return arrays;
    }

    private static float[] values(Parameter parameter, Piece piece, Seed seed, double gain) {
        float[] values = new float[Math.toIntExact(piece.shape().count())];
        switch (parameter.role()) {
            case WEIGHT -> {
                double fanIn = (double) piece.shape().count() / piece.shape().size(0);
                double deviation = gain * Math.sqrt(2 / fanIn);
                RandomGenerator random = seed.generator();
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (deviation * random.nextGaussian());
                }
            }
            case SCALE, RUNNING_VARIANCE -> Arrays.fill(values, 1);
            case BIAS, SHIFT, RUNNING_MEAN -> Arrays.fill(values, 0);
        }
        return values;
    }
}
