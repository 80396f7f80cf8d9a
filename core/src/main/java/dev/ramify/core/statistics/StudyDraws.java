package dev.ramify.core.statistics;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.PreparedStudyMetric;
import dev.ramify.api.metric.StudyInput;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws of a metric of several networks: the units of every network are dealt anew, each network by
 * itself.
 */
final class StudyDraws implements Draw.Source {

    private final PreparedStudyMetric prepared;
    private final List<Assignment> recorded;
    private final List<int[]> participants = new ArrayList<>();
    private final Seed seed;

    StudyDraws(String metric, StudyInput input, PreparedStudyMetric prepared) {
        this.prepared = prepared;
        this.seed = input.seed().derive("null").derive(metric).derive(input.layer());
        this.recorded = recorded(input);
        for (int n = 0; n < recorded.size(); n++) {
            int network = n;
            participants.add(
                    IntStream.range(0, recorded.get(n).units())
                            .filter(unit -> prepared.takesPart(network, unit))
                            .toArray());
        }
    }

    static List<Assignment> recorded(StudyInput input) {
        return input.networks().stream()
                .map(StudyInput.Network::input)
                .map(MetricInput::layer)
                .map(layer -> layer.assignment())
                .toList();
    }

    @Override
    public Draw draw(int number) {
        Seed own = seed.derive("draw", number);
        List<Assignment> permuted = new ArrayList<>();
        for (int n = 0; n < recorded.size(); n++) {
            permuted.add(
                    recorded.get(n)
                            .permuted(own.derive("network", n).generator(), participants.get(n)));
        }
        return new Draw(prepared.score(permuted), null);
    }
}
