package dev.ramify.plugins.visualizers.embedding;

import dev.ramify.api.figure.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The convex hull of the four fifths of some points that lie nearest to their median. */
final class Hull {

    private static final double SHARE = 0.8;

    private Hull() {}

    /** Return its corners, the first once more at the end; none of fewer than five points. */
    static List<Position> of(List<Position> points) {
        if (points.size() < 5) {
            return List.of();
        }
        double x = median(points.stream().mapToDouble(Position::x).sorted().toArray());
        double y = median(points.stream().mapToDouble(Position::y).sorted().toArray());
        List<Position> near =
                points.stream()
                        .sorted(
                                Comparator.comparingDouble(
                                        point -> Math.hypot(point.x() - x, point.y() - y)))
                        .limit(Math.round(SHARE * points.size()))
                        .sorted(
                                Comparator.comparingDouble(Position::x)
                                        .thenComparingDouble(Position::y))
                        .toList();
        List<Position> corners = new ArrayList<>(chain(near));
        List<Position> back = new ArrayList<>(near);
        java.util.Collections.reverse(back);
        corners.remove(corners.size() - 1);
        corners.addAll(chain(back));
        return corners;
    }

    /** Andrew's monotone chain: corners that turn to the left only. */
    private static List<Position> chain(List<Position> sorted) {
        List<Position> chain = new ArrayList<>();
        for (Position point : sorted) {
            while (chain.size() > 1
                    && turn(chain.get(chain.size() - 2), chain.get(chain.size() - 1), point) <= 0) {
                chain.remove(chain.size() - 1);
            }
            chain.add(point);
        }
        return chain;
    }

    private static double turn(Position a, Position b, Position c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }
}
