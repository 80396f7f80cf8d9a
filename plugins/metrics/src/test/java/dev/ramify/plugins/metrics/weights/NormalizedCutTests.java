package dev.ramify.plugins.metrics.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.random.Seed;
import dev.ramify.plugins.metrics.Inputs;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NormalizedCutTests {

    @Test
    void theNormalizedCutIsThatOfItsGroups() {
        double[][] weights = LatentBranchesTests.planted(1, 3);
        Connections connections =
                Connections.of(Inputs.layer("a", Inputs.branches(weights.length), weights));
        NormalizedCut cut = NormalizedCut.of(connections, 3, new Seed(1));
        double sum = 0;
        for (int g = 0; g < 3; g++) {
            double within = 0;
            double volume = 0;
            for (int o = 0; o < weights.length; o++) {
                for (int i = 0; i < weights[0].length; i++) {
                    double strength = Math.abs((float) weights[o][i]);
                    int ends =
                            (cut.unitGroup()[o] == g ? 1 : 0) + (cut.inputGroup()[i] == g ? 1 : 0);
                    volume += ends * strength;
                    within += ends == 2 ? 2 * strength : 0;
                }
            }
            sum += (volume - within) / volume;
        }
        assertThat(cut.value()).isCloseTo(sum, within(1e-9));
    }

    @Test
    void theAssociationAgreesWithCuttingTheGraphByTryingAllClusterings() {
        for (long seed = 0; seed < 10; seed++) {
            double[][] weights = NaiveCut.leaning(7, 5, 2, new SplittableRandom(seed));
            assertThat(association(weights))
                    .as("seed %d", seed)
                    .isCloseTo(1 - NaiveCut.of(weights, 2) / 2, within(1e-9));
        }
    }

    private static double association(double[][] weights) {
        return new LatentBranches()
                .prepare(
                        Inputs.last(
                                Inputs.layer("conv1", Inputs.branches(weights.length), weights)),
                        new LatentOptions(Normalization.DEGREE, 2, 1))
                .score(Inputs.branches(weights.length))[1];
    }
}
