package dev.ramify.core.pipeline.reference;

import dev.ramify.api.metric.Metric;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.StudyMetric;
import dev.ramify.api.plugin.Extension;
import dev.ramify.core.pipeline.ReservedKeys;
import dev.ramify.core.pipeline.binding.Alternative;
import dev.ramify.core.pipeline.binding.OptionSchema;
import dev.ramify.core.pipeline.binding.RecordSchema;
import dev.ramify.core.pipeline.binding.Schemas;
import dev.ramify.core.pipeline.binding.ValueType;
import dev.ramify.core.pipeline.spec.PipelineSpec;
import dev.ramify.core.plugin.ExtensionKind;
import dev.ramify.core.plugin.ExtensionRegistry;
import dev.ramify.core.plugin.RegisteredExtension;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes the reference of pipeline files as Markdown. */
public final class Reference {

    private static final String HEAD =
            """
            # Pipeline reference

            <!-- Generated from the sources by `ramify reference`; change it there. -->

            A pipeline is one YAML 1.2 file in UTF-8. Keys that are unknown, missing or wrong are errors,
            all reported at once. A value can be replaced from the command line:
            `--set training.epochs=5`, `--set variants[0].branches=4` or, by name,
            `--set variants.two-columns.branches=4`. Relative paths start from the folder of the file;
            in `--set` they start from the working directory.

            Where one of several things is chosen by a key (`type`, `preset`, `strategy`, `metric`,
            `visualizer`), its options stand beside that key; where its defaults will do, its name alone
            is enough: `optimizer: sgd` is `optimizer: {type: sgd}`.

            `ramify validate --resolved FILE` prints a file with all defaults filled in.
            """;

    private final Schemas schemas;
    private final ExtensionRegistry extensions;
    private final StringBuilder out = new StringBuilder(HEAD);
    private final Map<Class<?>, String> sections = new LinkedHashMap<>();
    private final Deque<Class<? extends Record>> pending = new ArrayDeque<>();

    private Reference(Schemas schemas, ExtensionRegistry extensions) {
        this.schemas = schemas;
        this.extensions = extensions;
    }

    /** Write the reference of the core's keys and of all extensions in a registry. */
    public static String markdown(Schemas schemas, ExtensionRegistry extensions) {
        return new Reference(schemas, extensions).write();
    }

    private String write() {
        section("The file", PipelineSpec.class);
        while (!pending.isEmpty()) {
            Class<? extends Record> type = pending.pop();
            section(sections.getOrDefault(type, ""), type);
        }
        for (ExtensionKind kind : ExtensionKind.values()) {
            extensions(kind);
        }
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    private void section(String title, Class<? extends Record> type) {
        out.append("\n## ").append(title).append("\n\n");
        RecordSchema schema = schemas.of(type);
        table(schema, title);
        schema.inline().ifPresent(inline -> choices(inline.type(), 3));
        for (OptionSchema option : schema.options()) {
            if (!option.inline()) {
                choices(element(option.type()), 3);
            }
        }
    }

    private void table(RecordSchema schema, String context) {
        schema.inline()
                .ifPresent(
                        inline ->
                                out.append(
                                        "`%s`%s: %s. %s%n"
                                                .formatted(
                                                        schema.choosingKey().orElseThrow(),
                                                        inline.required() ? " (required)" : "",
                                                        inline.description(),
                                                        Wording.chosenFrom(inline.type()))));
        if (schema.keys().isEmpty()) {
            return;
        }
        out.append(schema.inline().isPresent() ? "\n" : "")
                .append("| key | value | default | |\n|---|---|---|---|\n");
        for (OptionSchema option : schema.options()) {
            if (!option.inline()) {
                out.append(Wording.row(option));
                follow(option, context);
            }
        }
    }

    private void follow(OptionSchema option, String context) {
        if (element(option.type()) instanceof ValueType.Nested nested
                && !sections.containsKey(nested.type())) {
            boolean top = context.equals("The file");
            sections.put(
                    nested.type(),
                    top ? "`%s`".formatted(option.key()) : context + ", `" + option.key() + "`");
            pending.add(nested.type());
        }
    }

    private static ValueType element(ValueType type) {
        if (type instanceof ValueType.Many many) {
            return element(many.element());
        }
        return type instanceof ValueType.Table table ? element(table.element()) : type;
    }

    private void choices(ValueType type, int level) {
        if (!(type instanceof ValueType.Permitted permitted)
                || sections.putIfAbsent(permitted.type(), "") != null) {
            return;
        }
        for (Alternative alternative : permitted.alternatives()) {
            String key = permitted.key().isEmpty() ? "- " : permitted.key() + ": ";
            out.append(
                    "%n%s `%s%s`%n%n%s.%n%n"
                            .formatted(
                                    "#".repeat(level),
                                    key,
                                    alternative.name(),
                                    Wording.sentence(alternative.summary())));
            table(schemas.of(alternative.options()), "`%s`".formatted(alternative.name()));
        }
    }

    private void extensions(ExtensionKind kind) {
        String title = kind.plural();
        out.append(
                "%n## %s%s%n"
                        .formatted(
                                title.substring(0, 1).toUpperCase(Locale.ROOT),
                                title.substring(1)));
        String key = schemas.of(ReservedKeys.recordOf(kind)).choosingKey().orElseThrow();
        for (RegisteredExtension registered : extensions.list(kind)) {
            Extension<?> extension = registered.extension();
            out.append(
                    "%n### `%s: %s`%n%n%s%n%n"
                            .formatted(key, extension.id(), extension.summary().strip()));
            if (extension instanceof StudyMetric) {
                out.append(
                        "Of several networks: the seeds of each variant, and all variants that are no controls.\n\n");
            }
            if (extension instanceof Metric<?> metric) {
                profile(metric.profile());
            }
            RecordSchema options = schemas.of(extension.options());
            if (options.keys().isEmpty()) {
                out.append("No options.\n");
            } else {
                table(options, "`%s`".formatted(extension.id()));
            }
        }
    }

    private void profile(MetricProfile profile) {
        out.append(
                "%s. Range: %s. Null: %s. How it misleads: %s%n%n"
                        .formatted(
                                Wording.sentence(Wording.words(profile.kind())),
                                profile.range(),
                                Wording.words(profile.nullModel()),
                                profile.misleads()));
    }
}
