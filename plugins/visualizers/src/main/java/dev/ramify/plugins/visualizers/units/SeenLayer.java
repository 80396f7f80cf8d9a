package dev.ramify.plugins.visualizers.units;

import dev.ramify.api.figure.Color;
import dev.ramify.api.figure.Color.Tone;
import dev.ramify.api.figure.Glyph;
import dev.ramify.api.figure.Tag;
import dev.ramify.api.figure.UnitId;
import dev.ramify.api.findings.RunFindings;
import dev.ramify.api.findings.VariantFindings;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One layer of one network as a figure looks at it.
 *
 * @param title of its panel
 * @param network variant and seed
 * @param recording what it was recorded with
 * @param layer the layer
 */
public record SeenLayer(String title, String network, Recording recording, LayerRecording layer) {

    /**
     * Find a layer of a trained network that has activations.
     *
     * @param name of the layer; null for the first
     */
    public static Optional<SeenLayer> trained(
            VariantFindings variant, RunFindings run, @Nullable String name) {
        String network = variant.name() + "/" + run.seed();
        return of("Trained, seed " + run.seed(), network, run.recording(), name);
    }

    /** Find the same layer before training, where that was recorded. */
    public static Optional<SeenLayer> untrained(
            VariantFindings variant, RunFindings run, String name) {
        String network = variant.name() + "/" + run.seed() + "/untrained";
        return run.untrainedRecording()
                .flatMap(
                        recording ->
                                of(
                                        "Before training, seed " + run.seed(),
                                        network,
                                        recording,
                                        name));
    }

    private static Optional<SeenLayer> of(
            String title, String network, Recording recording, @Nullable String name) {
        return recording.layers().stream()
                .filter(layer -> layer.activations().samples() > 0)
                .filter(layer -> name == null || layer.layer().equals(name))
                .findFirst()
                .map(layer -> new SeenLayer(title, network, recording, layer));
    }

    /** Tell whether the layer has at least two branches. */
    public boolean isDivided() {
        return layer.assignment().branches().size() > 1;
    }

    /** Return the index of a unit's branch. */
    public int branchOf(int unit) {
        return layer.assignment().branchOf(unit);
    }

    /** Return the colour of a branch; neutral where there is only one. */
    public Color color(int branch) {
        return isDivided() ? new Color.Branch(branch) : Tone.NEUTRAL;
    }

    /** Return the shape of a branch. */
    public Glyph glyph(int branch) {
        return Glyph.ofBranch(branch);
    }

    /** Return the name of a branch; {@code layer} where there is only one without a name. */
    public String name(int branch) {
        String name = layer.assignment().branches().get(branch);
        return name.isEmpty() ? "layer" : name;
    }

    /** Name a unit, link it, and say more of it. */
    public Tag tag(int unit, String more) {
        String tip = "unit %d \u00b7 %s".formatted(unit, name(branchOf(unit)));
        return new Tag(
                more.isEmpty() ? tip : tip + "\n" + more, new UnitId(network, layer.layer(), unit));
    }
}
