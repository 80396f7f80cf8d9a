package dev.ramify.numerics.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.random.Seed;
import dev.ramify.numerics.grouping.KMeans;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;

/** Eigenvectors, singular vectors and clusters. */
class SpectralTests {

    @Test
    void singularValuesAgreeWithAFullDecomposition() {
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] matrix = random(2 + random.nextInt(60), 2 + random.nextInt(60), seed);
            double[] all =
                    new SingularValueDecomposition(new Array2DRowRealMatrix(matrix))
                            .getSingularValues();
            SingularVectors found = SingularVectors.of(matrix, 3);
            for (int k = 0; k < found.values().length; k++) {
                assertThat(found.values()[k])
                        .as("seed %d, value %d", seed, k)
                        .isCloseTo(all[k], within(1e-8 * all[0]));
                assertPair(matrix, found, k, "seed " + seed);
            }
        }
    }

    private static void assertPair(double[][] matrix, SingularVectors found, int k, String as) {
        double[] image = Vectors.times(matrix, found.right()[k]);
        Vectors.add(-found.values()[k], found.left()[k], image);
        assertThat(Vectors.norm(image)).as(as).isLessThan(1e-6 * found.values()[0]);
        assertThat(Vectors.norm(found.left()[k])).as(as).isCloseTo(1, within(1e-9));
    }

    @Test
    void equalEigenvaluesAreFoundAsOftenAsTheyAreThere() {
        double[][] matrix = new double[90][90];
        for (int i = 0; i < 90; i++) {
            for (int j = 0; j < 90; j++) {
                matrix[i][j] = i / 30 == j / 30 ? 1 / 30.0 : 0;
            }
        }
        LeadingEigenvectors found = LeadingEigenvectors.of(SymmetricOperator.of(matrix), 4);
        double[] expected = {1, 1, 1, 0};
        for (int k = 0; k < 4; k++) {
            assertThat(found.values()[k]).isCloseTo(expected[k], within(1e-9));
        }
    }

    @Test
    void aMatrixReducedAsAWholeHasThePairsThatSubspacesFind() {
        for (long seed = 0; seed < 5; seed++) {
            double[][] rows = random(LeadingEigenvectors.WHOLE, 40, seed);
            double[][] matrix = new double[rows.length][rows.length];
            for (int i = 0; i < rows.length; i++) {
                matrix[i] = Vectors.times(rows, rows[i]);
            }
            SymmetricOperator operator = SymmetricOperator.of(matrix);
            LeadingEigenvectors whole = LeadingEigenvectors.of(operator, 3);
            LeadingEigenvectors subspaces = LeadingEigenvectors.ofSubspaces(operator, 3);
            for (int k = 0; k < 3; k++) {
                assertThat(whole.values()[k])
                        .as("seed %d, value %d", seed, k)
                        .isCloseTo(subspaces.values()[k], within(1e-9 * whole.values()[0]));
                assertThat(whole.vectors()[k])
                        .as("seed %d, vector %d", seed, k)
                        .containsExactly(subspaces.vectors()[k], within(1e-6));
            }
        }
    }

    @Test
    void equalEigenvaluesOfSubspacesAreFoundAsOftenAsTheyAreThere() {
        double[][] matrix = new double[300][300];
        for (int i = 0; i < 300; i++) {
            for (int j = 0; j < 300; j++) {
                matrix[i][j] = i / 100 == j / 100 ? 1 / 100.0 : 0;
            }
        }
        LeadingEigenvectors found = LeadingEigenvectors.of(SymmetricOperator.of(matrix), 4);
        assertThat(found.values()).containsExactly(new double[] {1, 1, 1, 0}, within(1e-9));
    }

    @Test
    void aMatrixOfZerosHasZeroEigenvalues() {
        LeadingEigenvectors found =
                LeadingEigenvectors.of(SymmetricOperator.of(new double[5][5]), 2);
        assertThat(found.values()).containsOnly(0);
    }

    @Test
    void clustersThatAreFarApartAreFound() {
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] points = new double[60][2];
            Arrays.setAll(
                    points,
                    i ->
                            new double[] {
                                10 * (i % 3) + random.nextGaussian(), random.nextGaussian()
                            });
            int[] clusterOf = KMeans.cluster(points, 3, new Seed(seed));
            int[] expected = new int[60];
            Arrays.setAll(expected, i -> i % 3);
            assertThat(clusterOf).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void equalPointsAreOneClusterHoweverManyAreAskedFor() {
        assertThat(KMeans.cluster(new double[5][2], 3, new Seed(1))).containsOnly(0);
    }

    private static double[][] random(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed + 1000);
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            Arrays.setAll(row, i -> random.nextGaussian());
        }
        return matrix;
    }
}
