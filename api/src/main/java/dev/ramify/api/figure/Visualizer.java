package dev.ramify.api.figure;

import dev.ramify.api.findings.Findings;
import dev.ramify.api.plugin.Extension;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Draws findings as figures: scenes without any file format, which the framework renders.
 *
 * @param <O> the record of its options
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Visualizer<O extends Record> extends Extension<O> {

    /** Draw the figures; none if the findings have nothing to show. */
    List<Figure> draw(Findings findings, O options);
}
