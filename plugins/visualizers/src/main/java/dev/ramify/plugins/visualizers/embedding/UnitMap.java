package dev.ramify.plugins.visualizers.embedding;

import dev.ramify.api.figure.Axis;
import dev.ramify.api.figure.Mark;
import dev.ramify.api.figure.Plot;
import dev.ramify.api.figure.Position;
import dev.ramify.api.figure.Stroke;
import dev.ramify.api.recording.Assignment;
import dev.ramify.api.text.Numbers;
import dev.ramify.numerics.embedding.MapQuality;
import dev.ramify.numerics.embedding.PlaneMap;
import dev.ramify.numerics.embedding.TSne;
import dev.ramify.plugins.visualizers.units.Profiles;
import dev.ramify.plugins.visualizers.units.SeenLayer;
import java.util.ArrayList;
import java.util.List;

/**
 * The units of one layer on a map.
 *
 * @param seen the layer
 * @param profiles what its units respond to
 * @param map their places
 * @param quality how far the map can be trusted
 */
record UnitMap(SeenLayer seen, Profiles profiles, PlaneMap map, MapQuality quality) {

    static final int SIDE = 230;

    private static final double MARGIN = 1.12;

    static UnitMap of(SeenLayer seen, Profiles profiles) {
        double[][] points = profiles.points();
        PlaneMap map = TSne.of(points);
        return new UnitMap(seen, profiles, map, MapQuality.of(points, map));
    }

    /** Draw with the branches of the units, or with others to compare with. */
    Plot draw(String title, Assignment branches) {
        double reach = 1e-9;
        for (int k = 0; k < map.x().length; k++) {
            reach = Math.max(reach, Math.max(Math.abs(map.x()[k]), Math.abs(map.y()[k])));
        }
        reach *= MARGIN;
        List<Mark> marks = new ArrayList<>();
        List<Mark.Point> points = new ArrayList<>();
        for (int branch = 0; branch < branches.branches().size(); branch++) {
            List<Position> places = new ArrayList<>();
            for (int k : branches.unitsOf(branch)) {
                Position at = new Position(map.x()[k], map.y()[k]);
                places.add(at);
                points.add(
                        new Mark.Point(
                                at,
                                seen.glyph(branch),
                                8.5,
                                seen.color(branch),
                                false,
                                seen.tag(profiles.units()[k], "")));
            }
            List<Position> hull = Hull.of(places);
            if (!hull.isEmpty()) {
                Stroke stroke = Stroke.solid(seen.color(branch), 1.4);
                marks.add(new Mark.Line(hull, stroke.with(Stroke.Dash.DASHED).faded(.75), ""));
            }
        }
        marks.add(new Mark.Points(points));
        return new Plot(
                title,
                SIDE,
                SIDE,
                Axis.hidden(-reach, reach),
                Axis.hidden(-reach, reach),
                marks,
                "%d units on a map of what they respond to.".formatted(points.size()));
    }

    String badge() {
        return map.hasConverged() ? "converged" : "not converged";
    }

    /** Say how far the map can be trusted. */
    String trust() {
        return "perplexity %s, Kullback-Leibler divergence %s nats, %s (last 50 steps: %s), trustworthiness %s at k = 12, neighbours kept %s of 10 and %s of 30"
                .formatted(
                        Numbers.value(map.perplexity()),
                        Numbers.value(map.divergence()),
                        badge(),
                        Numbers.percent(map.lastChange()),
                        Numbers.value(quality.trustworthiness()),
                        Numbers.value(quality.recall()),
                        Numbers.value(quality.wideRecall()));
    }
}
