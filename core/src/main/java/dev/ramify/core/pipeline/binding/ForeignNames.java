package dev.ramify.core.pipeline.binding;

import dev.ramify.core.pipeline.yaml.YamlMap;
import dev.ramify.core.pipeline.yaml.YamlScalar;
import dev.ramify.core.problem.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows keys by what other programs call them, and keys whose colon lacks a blank. */
final class ForeignNames {

    private static final Map<String, String> SAME =
            Map.of(
                    "lr", "rate",
                    "bs", "batch",
                    "seed", "seeds",
                    "wd", "weight-decay");

    /** Options of the optimizer that other programs take beside it. */
    private static final Map<String, String> OF_OPTIMIZER =
            Map.of(
                    "lr", "rate",
                    "learning-rate", "rate",
                    "learning_rate", "rate",
                    "rate", "rate",
                    "momentum", "momentum");

    private static final String OPTIMIZER = "optimizer";

    private ForeignNames() {}

    /** Find the key that was probably meant. */
    static Optional<String> meant(String written, List<String> allowed) {
        int colon = written.indexOf(':');
        String name = colon > 0 ? written.substring(0, colon) : written;
        if (colon > 0 && allowed.contains(name)) {
            return Optional.of(name);
        }
        return Optional.ofNullable(SAME.get(name))
                .filter(allowed::contains)
                .or(() -> NearestName.of(name, allowed));
    }

    /** Say what to write instead; empty if nothing is near. */
    static String hint(YamlMap.Entry entry, List<String> allowed) {
        String written = entry.name();
        int colon = written.indexOf(':');
        Optional<String> meant = meant(written, allowed);
        if (colon > 0 && meant.isPresent()) {
            return "put a blank after the colon: `%s: %s`"
                    .formatted(meant.get(), written.substring(colon + 1));
        }
        String inside = OF_OPTIMIZER.get(written);
        if (inside != null && allowed.contains(OPTIMIZER)) {
            String value =
                    entry.value() instanceof YamlScalar scalar && !scalar.isNull()
                            ? scalar.text()
                            : "...";
            return "it is an option of the optimizer: `optimizer: {type: sgd, %s: %s}`"
                    .formatted(inside, value);
        }
        return meant.map("did you mean `%s`?"::formatted).orElse("");
    }
}
