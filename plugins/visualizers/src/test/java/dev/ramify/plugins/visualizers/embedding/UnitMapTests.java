package dev.ramify.plugins.visualizers.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.figure.Color;
import dev.ramify.api.figure.Glyph;
import dev.ramify.api.figure.Mark;
import dev.ramify.api.figure.Plot;
import dev.ramify.api.figure.Position;
import dev.ramify.api.figure.UnitId;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.visualizers.fakes.FakeResponses;
import dev.ramify.plugins.visualizers.units.Dealt;
import dev.ramify.plugins.visualizers.units.Profiles;
import dev.ramify.plugins.visualizers.units.SeenLayer;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnitMapTests {

    @Test
    void unitsOfBranchesThatAnswerToDifferentClassesRespondLessAlike() {
        SeenLayer seen = FakeResponses.layer(3);
        Dealt apart = Apartness.of(seen, Profiles.of(seen.layer()), 999);
        assertThat(apart.value()).isGreaterThan(.3);
        assertThat(apart.p()).isEqualTo(.001);
    }

    @Test
    void unitsThatAnswerToNothingRespondAsAlike() {
        SeenLayer seen = FakeResponses.layer(0);
        assertThat(Apartness.of(seen, Profiles.of(seen.layer()), 999).p()).isGreaterThan(.05);
    }

    @Test
    void differenceIsTheMeanOverPairsBetweenLessThatWithin() {
        double[][] distances = {
            {0, .1, .8, .9},
            {.1, 0, .7, .6},
            {.8, .7, 0, .3},
            {.9, .6, .3, 0}
        };
        Assignment branches = Assignment.of(List.of("a", "b"), new int[] {0, 0, 1, 1});
        assertThat(Apartness.difference(distances, branches)).isCloseTo(.75 - .2, within(1e-12));
    }

    @Test
    void everyUnitThatVariesIsAPointWithTheColourAndShapeOfItsBranchAndItsOwnIdentity() {
        SeenLayer seen = FakeResponses.layer(2);
        Profiles profiles = Profiles.of(seen.layer());
        UnitMap map = UnitMap.of(seen, profiles);
        Plot plot = map.draw("map", Apartness.live(seen, profiles));
        List<Mark.Point> points =
                plot.marks().stream()
                        .filter(Mark.Points.class::isInstance)
                        .flatMap(mark -> ((Mark.Points) mark).points().stream())
                        .toList();
        assertThat(points).hasSize(FakeResponses.UNITS - 1);
        for (Mark.Point point : points) {
            UnitId unit = (UnitId) point.tag().links().get(0);
            int branch = unit.unit() < FakeResponses.UNITS / 2 ? 0 : 1;
            assertThat(point.color()).isEqualTo(new Color.Branch(branch));
            assertThat(point.glyph()).isEqualTo(Glyph.ofBranch(branch));
            assertThat(unit.network()).isEqualTo("net/1");
        }
    }

    @Test
    void aHullHoldsTheFourFifthsThatAreNearestToTheMiddle() {
        List<Position> points =
                List.of(
                        new Position(0, 0),
                        new Position(1, 0),
                        new Position(0, 1),
                        new Position(1, 1),
                        new Position(9, 9));
        assertThat(Hull.of(points))
                .containsExactlyInAnyOrder(
                        new Position(0, 0),
                        new Position(1, 0),
                        new Position(1, 1),
                        new Position(0, 1),
                        new Position(0, 0));
    }

    @Test
    void squaredDistancesOfTheMappedPointsAreTwiceOneLessTheSquaredCorrelation() {
        Profiles profiles = Profiles.of(FakeResponses.layer(1).layer());
        double[][] distances = profiles.distances();
        double[][] points = profiles.points();
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < i; j++) {
                double square = 0;
                for (int d = 0; d < points.length; d++) {
                    square += (points[i][d] - points[j][d]) * (points[i][d] - points[j][d]);
                }
                assertThat(square).isCloseTo(2 * distances[i][j], within(1e-5));
            }
        }
    }
}
