package dev.ramify.plugins.metrics.family;

/** How closely families and branches go together, computed from a table of counts. */
interface Association {

    /**
     * Compute it.
     *
     * @param table {@code [family * branches + branch]}, with the margins that it was made for
     * @return {@code NaN} where it is not defined
     */
    double of(int[] table);

    /** Return the value that it cannot exceed. */
    default double ceiling() {
        return 1;
    }
}
