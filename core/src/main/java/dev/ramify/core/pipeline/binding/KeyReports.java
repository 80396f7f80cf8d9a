package dev.ramify.core.pipeline.binding;

import dev.ramify.core.pipeline.yaml.YamlMap;
import dev.ramify.core.problem.ProblemCode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reports keys that are unknown or missing. */
final class KeyReports {

    private final Session session;

    KeyReports(Session session) {
        this.session = session;
    }

    /** Report keys that nothing takes; return those that were probably meant instead. */
    Set<String> reportUnknown(YamlMap map, List<String> allowed, String path) {
        Set<String> corrected = new HashSet<>();
        for (YamlMap.Entry entry : map.entries()) {
            if (allowed.contains(entry.name())) {
                continue;
            }
            List<String> free = allowed.stream().filter(key -> map.entry(key).isEmpty()).toList();
            Optional<String> nearest = ForeignNames.meant(entry.name(), free);
            nearest.ifPresent(corrected::add);
            session.report(
                    ProblemCode.UNKNOWN_KEY,
                    entry.key().where(),
                    "unknown key `%s`%s"
                            .formatted(
                                    entry.key().shown(),
                                    path.isEmpty() ? "" : " in `%s`".formatted(path)),
                    ForeignNames.hint(entry, nearest.isEmpty() ? allowed : free),
                    List.of(
                            allowed.isEmpty()
                                    ? "no key is allowed here"
                                    : "allowed: " + String.join(", ", allowed)));
        }
        return corrected;
    }

    void reportMissing(OptionSchema option, YamlMap map, String path) {
        String example = option.example().isEmpty() ? "..." : option.example();
        session.report(
                ProblemCode.MISSING_KEY,
                map.where(),
                "`%s` is missing".formatted(path),
                "add `%s: %s`".formatted(option.key(), example),
                List.of(
                        "%s: %s; %s"
                                .formatted(
                                        option.key(),
                                        option.description(),
                                        option.type().expectation())));
    }
}
