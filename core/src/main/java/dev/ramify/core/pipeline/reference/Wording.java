package dev.ramify.core.pipeline.reference;

import dev.ramify.core.pipeline.binding.Bounds;
import dev.ramify.core.pipeline.binding.OptionSchema;
import dev.ramify.core.pipeline.binding.ValueType;
import dev.ramify.core.pipeline.yaml.YamlNode;
import java.util.Locale;
import java.util.Optional;

/** Words of the reference. */
final class Wording {

    private Wording() {}

    /** Write the row of an option in a table. */
    static String row(OptionSchema option) {
        String example =
                option.example().isEmpty() ? "" : "; for example `%s`".formatted(option.example());
        return "| `%s` | %s | %s | %s%s |%n"
                .formatted(
                        option.key(),
                        value(option),
                        fallback(option),
                        cell(option.description()),
                        cell(example));
    }

    private static String value(OptionSchema option) {
        String range = Bounds.of(option).describe();
        return cell(type(option.type()) + (range.isEmpty() ? "" : ", " + range));
    }

    private static String type(ValueType type) {
        if (type instanceof ValueType.Many many) {
            return "list of " + plural(many.element());
        }
        if (type instanceof ValueType.Table table) {
            return "map of " + plural(table.element());
        }
        if (type instanceof ValueType.Permitted permitted) {
            return permitted.key().isEmpty()
                    ? "a layer"
                    : "one of the alternatives by `%s`".formatted(permitted.key());
        }
        return type.expectation();
    }

    private static String plural(ValueType type) {
        if (type instanceof ValueType.Scalar scalar) {
            return switch (scalar) {
                case INTEGER, LONG -> "whole numbers";
                case NUMBER -> "numbers";
                case BOOLEAN -> "`true` or `false`";
                case TEXT -> "names";
                case PATH -> "paths";
            };
        }
        if (type instanceof ValueType.Nested) {
            return "maps";
        }
        return type instanceof ValueType.Permitted permitted && permitted.key().isEmpty()
                ? "layers"
                : type(type);
    }

    private static String fallback(OptionSchema option) {
        Optional<YamlNode> fallback = option.fallback();
        if (fallback.isPresent()) {
            return "`%s`".formatted(cell(fallback.get().where().source().text()));
        }
        return option.nullable() ? "none" : "**required**";
    }

    /** Say where the alternatives are described. */
    static String chosenFrom(ValueType type) {
        if (type instanceof ValueType.Provided provided) {
            String plural = provided.kind().plural();
            return "See [%s](#%s)."
                    .formatted(plural, plural.toLowerCase(Locale.ROOT).replace(' ', '-'));
        }
        return "The alternatives are below.";
    }

    /** Write an enum constant as words. */
    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Begin with a capital letter. */
    static String sentence(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace('\n', ' ');
    }
}
