package dev.ramify.core.pipeline.binding;

import dev.ramify.api.option.Option;
import dev.ramify.core.pipeline.yaml.YamlNode;
import dev.ramify.core.pipeline.yaml.YamlReader;
import dev.ramify.core.problem.Problem;
import dev.ramify.core.problem.Source;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one record by reflection. */
final class SchemaCompiler {

    private final Class<? extends Record> type;
    private final List<String> defects = new ArrayList<>();

    SchemaCompiler(Class<? extends Record> type) {
        this.type = type;
    }

    RecordSchema compile() {
        List<OptionSchema> options = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            option(component).ifPresent(options::add);
        }
        if (options.stream().filter(OptionSchema::inline).count() > 1) {
            defects.add(type.getName() + " has two components that stand inline; one can");
        }
        if (!defects.isEmpty()) {
            throw new SchemaException(defects);
        }
        return new RecordSchema(type, options);
    }

    private Optional<OptionSchema> option(RecordComponent component) {
        Option annotation = component.getAnnotation(Option.class);
        if (annotation == null) {
            defect(component, "has no @Option");
            return Optional.empty();
        }
        Optional<ValueType> value = new TypeReader(component).read();
        if (value.isEmpty()) {
            defect(
                    component,
                    "has the type %s, which no file can be bound to"
                            .formatted(component.getGenericType().getTypeName()));
            return Optional.empty();
        }
        boolean inline = component.isAnnotationPresent(Inline.class);
        if (inline
                && !(value.get() instanceof ValueType.Provided)
                && !(value.get() instanceof ValueType.Permitted permitted
                        && !permitted.key().isEmpty())) {
            defect(component, "stands inline but is not chosen by a key");
            return Optional.empty();
        }
        return Optional.of(
                new OptionSchema(
                        component,
                        inline ? "" : Names.kebab(component.getName()),
                        value.get(),
                        annotation.value(),
                        fallback(component, annotation.defaultValue()),
                        annotation.min(),
                        annotation.max(),
                        annotation.example(),
                        isNullable(component)));
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private Optional<YamlNode> fallback(RecordComponent component, String yaml) {
        if (yaml.isEmpty()) {
            return Optional.empty();
        }
        Source source =
                new Source(
                        "default of " + Names.kebab(component.getName()),
                        yaml,
                        Path.of(""),
                        Source.Kind.DEFAULT);
        List<Problem> problems = new ArrayList<>();
        Optional<YamlNode> node = new YamlReader().read(source, problems);
        problems.forEach(problem -> defect(component, "has no sound default: " + problem));
        return node;
    }

    private void defect(RecordComponent component, String what) {
        defects.add("component '%s' of %s %s".formatted(component.getName(), type.getName(), what));
    }
}
