package dev.ramify.core.engine.objective;

import java.util.ArrayList;
import java.util.List;

/**
 * Half the sum of the squared covariances between units of different groups, over the batch: {@code
 * 1/2 sum_ij cov(a_i, b_j)^2} for every pair of groups {@code a}, {@code b} (Cheung et al. 2014,
 * arXiv 1412.6583). A unit that has a map counts by the mean over it.
 *
 * @param groups paths of layers, one for each branch, at least two
 */
public record CrossCovariance(List<String> groups) implements Objective {

    public CrossCovariance {
        groups = List.copyOf(groups);
        if (groups.size() < 2) {
            throw new IllegalArgumentException(
                    "covariance between branches needs two layers or more, found " + groups);
        }
    }

    @Override
    public double evaluate(Activations activations, double weight) {
        List<Activation> layers = groups.stream().map(activations::of).toList();
        List<double[][]> centred = layers.stream().map(CrossCovariance::centred).toList();
        List<double[][]> gradients = new ArrayList<>();
        centred.forEach(each -> gradients.add(new double[each.length][activations.samples()]));
        double sum = 0;
        for (int a = 0; a < groups.size(); a++) {
            for (int b = a + 1; b < groups.size(); b++) {
                sum += pair(centred.get(a), centred.get(b), gradients.get(a), gradients.get(b));
            }
        }
        for (int group = 0; group < groups.size(); group++) {
            add(layers.get(group), gradients.get(group), weight);
        }
        return sum;
    }

    /** Return what each unit gives, less its mean over the batch, {@code [units][samples]}. */
    private static double[][] centred(Activation layer) {
        double[][] values = new double[layer.units()][layer.samples()];
        for (int unit = 0; unit < values.length; unit++) {
            double mean = 0;
            for (int sample = 0; sample < layer.samples(); sample++) {
                values[unit][sample] = layer.mean(sample, unit);
                mean += values[unit][sample] / layer.samples();
            }
            for (int sample = 0; sample < layer.samples(); sample++) {
                values[unit][sample] -= mean;
            }
        }
        return values;
    }

    /**
     * Return the term of two groups. Centred values of one group sum to zero over the batch, so the
     * gradient with respect to {@code a_i} of a sample is {@code sum_j cov_ij b_j / n}, whether or
     * not its mean moves.
     */
    private static double pair(
            double[][] a, double[][] b, double[][] gradientOfA, double[][] gradientOfB) {
        int samples = a[0].length;
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                double covariance = 0;
                for (int sample = 0; sample < samples; sample++) {
                    covariance += a[i][sample] * b[j][sample];
                }
                covariance /= samples;
                sum += covariance * covariance / 2;
                for (int sample = 0; sample < samples; sample++) {
                    gradientOfA[i][sample] += covariance * b[j][sample] / samples;
                    gradientOfB[j][sample] += covariance * a[i][sample] / samples;
                }
            }
        }
        return sum;
    }

    private static void add(Activation layer, double[][] gradients, double weight) {
        for (int unit = 0; unit < gradients.length; unit++) {
            for (int sample = 0; sample < layer.samples(); sample++) {
                layer.addToMean(sample, unit, weight * gradients[unit][sample]);
            }
        }
    }
}
