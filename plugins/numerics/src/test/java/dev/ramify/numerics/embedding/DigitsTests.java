package dev.ramify.numerics.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The handwritten digits of scikit-learn, where that is installed: 1,797 points of 64 numbers. */
class DigitsTests {

    private static final int POINTS = 1797;
    private static final int DIMENSIONS = 64;
    private static final String EXPORT =
            """
            import sys
            from scipy.spatial.distance import pdist, squareform
            from sklearn.datasets import load_digits
            from sklearn.manifold._t_sne import _joint_probabilities
            x = load_digits().data.astype('<f8')
            x.tofile(sys.argv[1])
            p = _joint_probabilities(squareform(pdist(x, 'sqeuclidean')), 30, 0)
            p.astype('<f8').tofile(sys.argv[2])
            """;

    @Test
    void theMapOfTheDigitsIsAsGoodAsTheBestThatOthersMake(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("digits");
        Path affinities = folder.resolve("affinities");
        assumeTrue(export(data, affinities), "scikit-learn is not installed for /usr/bin/python3");
        double[] flat = numbers(data);
        double[][] points = new double[POINTS][DIMENSIONS];
        for (int i = 0; i < POINTS; i++) {
            System.arraycopy(flat, i * DIMENSIONS, points[i], 0, DIMENSIONS);
        }
        PlaneMap map = TSne.of(points);
        MapQuality quality = MapQuality.of(points, map);
        assertThat(divergence(numbers(affinities), map)).isLessThanOrEqualTo(.72);
        assertThat(quality.trustworthiness()).isGreaterThanOrEqualTo(.990);
        assertThat(quality.recall()).isGreaterThanOrEqualTo(.58);
        assertThat(quality.wideRecall()).isGreaterThanOrEqualTo(.615);
        assertThat(map.hasConverged()).isTrue();
    }

    private static boolean export(Path data, Path affinities)
            throws IOException, InterruptedException {
        Path python = Path.of("/usr/bin/python3");
        if (!Files.isExecutable(python)) {
            return false;
        }
        Process process =
                new ProcessBuilder(
                                python.toString(),
                                "-c",
                                EXPORT,
                                data.toString(),
                                affinities.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
    }

    /** The divergence from what scikit-learn takes for the affinities of all pairs. */
    private static double divergence(double[] affinities, PlaneMap map) {
        double total = 0;
        for (int i = 0; i < POINTS; i++) {
            for (int j = i + 1; j < POINTS; j++) {
                total += 2 * similarity(map, i, j);
            }
        }
        double divergence = 0;
        int pair = 0;
        for (int i = 0; i < POINTS; i++) {
            for (int j = i + 1; j < POINTS; j++) {
                double p = affinities[pair++];
                divergence += 2 * p * Math.log(p * total / similarity(map, i, j));
            }
        }
        return divergence;
    }

    private static double similarity(PlaneMap map, int i, int j) {
        double dx = map.x()[i] - map.x()[j];
        double dy = map.y()[i] - map.y()[j];
        return 1 / (1 + dx * dx + dy * dy);
    }

    private static double[] numbers(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        double[] numbers = new double[bytes.remaining() / Double.BYTES];
        bytes.asDoubleBuffer().get(numbers);
        return numbers;
    }
}
