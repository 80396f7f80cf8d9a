package dev.ramify.numerics.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CholeskyTests {

    @Test
    void theSolutionGivesTheRightHandSideBack() {
        for (int size = 1; size < 20; size++) {
            SplittableRandom random = new SplittableRandom(size);
            double[][] matrix = new double[size][size];
            for (int i = 0; i < size; i++) {
                for (int j = 0; j <= i; j++) {
                    matrix[i][j] = random.nextDouble();
                    matrix[j][i] = matrix[i][j];
                }
                matrix[i][i] += size;
            }
            double[] wanted = random.doubles(size).toArray();
            double[] vector = Vectors.times(matrix, wanted);
            Cholesky.of(matrix).solve(vector);
            assertThat(vector).as("size %d", size).containsExactly(wanted, within(1e-12));
        }
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteIsNotFactorized() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Cholesky.of(new double[][] {{1, 2}, {2, 4}}))
                .withMessage("the matrix is not positive definite: pivot 1 is 0.0");
    }
}
