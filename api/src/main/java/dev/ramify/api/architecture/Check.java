package dev.ramify.api.architecture;

/** Checks of nodes, which fail with the node's name. */
final class Check {

    private Check() {}

    static void that(boolean holds, String node, String message, Object... found) {
        if (!holds) {
            throw new ArchitectureException(node, message.formatted(found));
        }
    }

    static void atLeast(String node, String what, int found, int least) {
        that(found >= least, node, "%s must be at least %d, found %d", what, least, found);
    }

    /** Refuse what no array can hold, before products overflow. */
    static void values(String node, String what, double values) {
        that(
                values <= Integer.MAX_VALUE,
                node,
                "its %s would have %.0f values, more than the %d that an array can hold",
                what,
                values,
                Integer.MAX_VALUE);
    }
}
