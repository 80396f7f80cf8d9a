package dev.ramify.core.recording;

import dev.ramify.api.recording.Activations;
import dev.ramify.api.recording.Assignment;
import dev.ramify.api.recording.ExpertRouting;
import dev.ramify.api.recording.Groups;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import java.util.List;
import java.util.stream.IntStream;

/** Makes recordings of routers alone: each expert is a branch of one unit. */
final class ExpertLayers {

    private ExpertLayers() {}

    static LayerRecording layer(String name, ExpertRouting routing) {
        int experts = routing.use().experts();
        return new LayerRecording(name, assignment(names(experts)), Activations.none(experts), null)
                .withExperts(routing);
    }

    static Assignment assignment(List<String> experts) {
        return Assignment.of(experts, IntStream.range(0, experts.size()).toArray());
    }

    static List<String> names(int experts) {
        return IntStream.range(0, experts).mapToObj("e%d"::formatted).toList();
    }

    /** Call a layer of which only the number is known. */
    static String called(String layer) {
        return layer.matches("\\d{1,9}") ? "layer" + Integer.parseInt(layer) : layer;
    }

    static Recording recording(List<LayerRecording> layers, List<String> classes, Groups groups) {
        return new Recording(layers, classes, new int[0], List.of(), new int[0][], new double[0])
                .withGroups(groups);
    }
}
