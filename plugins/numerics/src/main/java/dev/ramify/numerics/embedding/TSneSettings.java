package dev.ramify.numerics.embedding;

/**
 * How t-SNE is run.
 *
 * @param perplexity how many neighbours a point has, roughly; at least 1
 * @param exaggeration what attraction is multiplied by at first; at least 1
 * @param exaggeratedSteps number of steps with exaggeration
 * @param steps greatest number of steps after them; fifty that change little are the last
 */
public record TSneSettings(
        double perplexity, double exaggeration, int exaggeratedSteps, int steps) {

    private static final double PERPLEXITY = 30;

    /**
     * @throws IllegalArgumentException if a number is out of its range
     */
    public TSneSettings {
        if (!(perplexity >= 1) || !(exaggeration >= 1) || exaggeratedSteps < 0 || steps < 0) {
            throw new IllegalArgumentException(
                    "perplexity and exaggeration are at least 1 and steps at least 0, found %s, %s,"
                                    .formatted(perplexity, exaggeration)
                            + " %d, %d".formatted(exaggeratedSteps, steps));
        }
    }

    /**
     * Return the usual settings: perplexity 30 or a third of the points if that is less, 250 steps
     * with twelvefold exaggeration and up to 1,000 without.
     *
     * @param points number of points
     */
    public static TSneSettings usual(int points) {
        return new TSneSettings(
                Math.max(1, Math.min(PERPLEXITY, (points - 1) / 3.0)), 12, 250, 1000);
    }

    /** Return the same settings with another perplexity. */
    public TSneSettings withPerplexity(double other) {
        return new TSneSettings(other, exaggeration, exaggeratedSteps, steps);
    }

    /** Return the same settings with other numbers of steps. */
    public TSneSettings withSteps(int exaggerated, int plain) {
        return new TSneSettings(perplexity, exaggeration, exaggerated, plain);
    }

    /** Return the step size: openTSNE's, which grows with the number of points. */
    double rate(int points) {
        return Math.max(200, points / exaggeration);
    }
}
