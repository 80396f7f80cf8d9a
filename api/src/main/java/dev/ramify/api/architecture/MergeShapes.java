package dev.ramify.api.architecture;

import java.util.List;

/** Tells which branch gives a shape that does not fit the first one's. */
final class MergeShapes {

    private MergeShapes() {}

    static void require(
            boolean fits,
            String block,
            List<String> branches,
            List<Shape> shapes,
            int branch,
            String expected) {
        Check.that(
                fits,
                block,
                "branch '%s' gives %s but branch '%s' gives %s; %s",
                branches.get(0),
                shapes.get(0),
                branches.get(branch),
                shapes.get(branch),
                expected);
    }
}
