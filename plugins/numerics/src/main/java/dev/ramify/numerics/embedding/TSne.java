package dev.ramify.numerics.embedding;

import dev.ramify.numerics.Cores;
import java.util.Arrays;

/**
 * t-distributed stochastic neighbour embedding (van der Maaten and Hinton 2008): a map in which
 * near points stay near. It begins from the two principal components, so that its order at large is
 * that of the points rather than of chance (Kobak and Berens 2019); steps and rates are those of
 * openTSNE. Distances between far groups, and sizes of groups, may mean nothing.
 *
 * <p>Work is divided among the threads of the pool that the calling thread belongs to, in parts
 * that depend on the points alone: the same points give the same bits at any number of threads.
 */
public final class TSne {

    /** Number of points up to which all pairs repel each other one by one. */
    static final int PAIRWISE = 2500;

    private static final double START = 1e-4;
    private static final double MOMENTUM = 0.8;
    private static final double LEAST_GAIN = 0.01;
    private static final double LONGEST_STEP = 5;
    private static final int LAST = 50;
    private static final int TOGETHER = 512;

    private final Affinities affinities;
    private final Repulsion repulsion;
    private final double rate;
    private final double[] x;
    private final double[] y;
    private final double[] fx;
    private final double[] fy;
    private final double[] speedX;
    private final double[] speedY;
    private final double[] gainX;
    private final double[] gainY;

    private TSne(PrincipalScores start, Affinities affinities, Repulsion repulsion, double rate) {
        int points = affinities.points();
        this.affinities = affinities;
        this.repulsion = repulsion;
        this.rate = rate;
        this.x = start.scaled(0, START);
        this.y = start.scaled(1, START);
        this.fx = new double[points];
        this.fy = new double[points];
        this.speedX = new double[points];
        this.speedY = new double[points];
        this.gainX = new double[points];
        this.gainY = new double[points];
        Arrays.fill(gainX, 1);
        Arrays.fill(gainY, 1);
    }

    /**
     * Map points with the usual settings.
     *
     * @param points {@code [points][dimensions]}, finite, at least four
     */
    public static PlaneMap of(double[][] points) {
        return of(points, TSneSettings.usual(points.length));
    }

    /**
     * Map points.
     *
     * @param points {@code [points][dimensions]}, finite, at least four
     * @throws IllegalArgumentException if there are fewer points, or fewer than the perplexity
     *     needs
     */
    public static PlaneMap of(double[][] points, TSneSettings settings) {
        int count = points.length;
        if (count < 4 || settings.perplexity() > (count - 1) / 3.0) {
            throw new IllegalArgumentException(
                    ("a map needs at least 4 points and 3 times as many others as its perplexity;"
                                    + " found %d points and a perplexity of %s")
                            .formatted(count, settings.perplexity()));
        }
        int neighbours =
                Math.min(count - 1, Math.max(3, (int) Math.round(3 * settings.perplexity())));
        Affinities affinities =
                Affinities.of(NearestNeighbours.of(points, neighbours), settings.perplexity());
        Repulsion repulsion =
                count <= PAIRWISE ? new PairwiseRepulsion(count) : new InterpolatedRepulsion(count);
        TSne run =
                new TSne(
                        PrincipalScores.of(points, 2), affinities, repulsion, settings.rate(count));
        return run.settle(settings);
    }

    /** Step until fifty steps change little, or until there have been enough. */
    private PlaneMap settle(TSneSettings settings) {
        for (int step = 0; step < settings.exaggeratedSteps(); step++) {
            move(settings.exaggeration(), repulsion.repel(x, y, fx, fy));
        }
        Arrays.fill(gainX, 1);
        Arrays.fill(gainY, 1);
        PlaneMap map = map(settings, Double.NaN);
        for (int step = 1; step <= settings.steps(); step++) {
            move(1, repulsion.repel(x, y, fx, fy));
            if (step % LAST == 0 || step == settings.steps()) {
                map = map(settings, map.divergence());
                if (map.hasConverged()) {
                    break;
                }
            }
        }
        return map;
    }

    private PlaneMap map(TSneSettings settings, double earlier) {
        double total = repulsion.repel(x, y, fx, fy);
        double divergence = affinities.divergence(x, y, total);
        return new PlaneMap(x, y, settings.perplexity(), divergence, earlier);
    }

    private void move(double exaggeration, double total) {
        int points = x.length;
        Cores.run(
                (points + TOGETHER - 1) / TOGETHER,
                part -> {
                    int from = part * TOGETHER;
                    int to = Math.min(points, from + TOGETHER);
                    for (int i = from; i < to; i++) {
                        fx[i] = -fx[i] / total;
                        fy[i] = -fy[i] / total;
                    }
                    affinities.attract(x, y, exaggeration, from, to, fx, fy);
                });
        for (int i = 0; i < points; i++) {
            gainX[i] = gain(gainX[i], fx[i], speedX[i]);
            gainY[i] = gain(gainY[i], fy[i], speedY[i]);
            speedX[i] = MOMENTUM * speedX[i] - rate * gainX[i] * fx[i];
            speedY[i] = MOMENTUM * speedY[i] - rate * gainY[i] * fy[i];
            double length = Math.hypot(speedX[i], speedY[i]);
            if (length > LONGEST_STEP) {
                speedX[i] *= LONGEST_STEP / length;
                speedY[i] *= LONGEST_STEP / length;
            }
            x[i] += speedX[i];
            y[i] += speedY[i];
        }
        centre(x);
        centre(y);
    }

    /** Jacobs' rule: speed up while the direction stays, slow down where it turns. */
    private static double gain(double gain, double slope, double speed) {
        boolean onwards = slope * speed < 0;
        return Math.max(LEAST_GAIN, onwards ? gain + 0.2 : gain * 0.8);
    }

    private static void centre(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean;
        }
    }
}
