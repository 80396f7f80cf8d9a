package dev.ramify.core.pipeline.binding;

import dev.ramify.api.plugin.Extension;
import dev.ramify.core.pipeline.yaml.YamlMap;
import dev.ramify.core.plugin.ExtensionKind;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the type of a component takes. */
final class TypeReader {

    private static final Map<Class<?>, ValueType> SCALARS =
            Map.ofEntries(
                    Map.entry(int.class, ValueType.Scalar.INTEGER),
                    Map.entry(Integer.class, ValueType.Scalar.INTEGER),
                    Map.entry(long.class, ValueType.Scalar.LONG),
                    Map.entry(Long.class, ValueType.Scalar.LONG),
                    Map.entry(double.class, ValueType.Scalar.NUMBER),
                    Map.entry(Double.class, ValueType.Scalar.NUMBER),
                    Map.entry(boolean.class, ValueType.Scalar.BOOLEAN),
                    Map.entry(Boolean.class, ValueType.Scalar.BOOLEAN),
                    Map.entry(String.class, ValueType.Scalar.TEXT),
                    Map.entry(Path.class, ValueType.Scalar.PATH),
                    Map.entry(YamlMap.class, new ValueType.Deferred()));

    private final RecordComponent component;

    TypeReader(RecordComponent component) {
        this.component = component;
    }

    /** Return what the component takes; empty if no file can be bound to it. */
    Optional<ValueType> read() {
        return read(component.getGenericType());
    }

    private Optional<ValueType> read(Type type) {
        if (type instanceof ParameterizedType generic) {
            return parameterized(generic);
        }
        if (!(type instanceof Class<?> raw)) {
            return Optional.empty();
        }
        ValueType scalar = SCALARS.get(raw);
        if (scalar != null) {
            return Optional.of(scalar);
        }
        if (raw.isEnum()) {
            return Optional.of(ValueType.constant(raw));
        }
        if (raw.isRecord()) {
            return Optional.of(new ValueType.Nested(raw.asSubclass(Record.class)));
        }
        return raw.isSealed() ? permitted(raw) : Optional.empty();
    }

    private Optional<ValueType> parameterized(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return read(arguments[0]).map(ValueType.Many::new);
        }
        if (type.getRawType() == Map.class && arguments[0] == String.class) {
            return read(arguments[1]).map(ValueType.Table::new);
        }
        if (type.getRawType() == Chosen.class) {
            return provided(arguments[0]);
        }
        return Optional.empty();
    }

    private Optional<ValueType> provided(Type extension) {
        ChosenBy by = component.getAnnotation(ChosenBy.class);
        Type raw =
                extension instanceof ParameterizedType generic ? generic.getRawType() : extension;
        if (by == null
                || !(raw instanceof Class<?> kind)
                || !Extension.class.isAssignableFrom(kind)) {
            return Optional.empty();
        }
        return Optional.of(new ValueType.Provided(ExtensionKind.of(kind), by.value()));
    }

    private static Optional<ValueType> permitted(Class<?> type) {
        ChosenBy by = type.getAnnotation(ChosenBy.class);
        if (by == null && !type.isAnnotationPresent(Keyed.class)) {
            return Optional.empty();
        }
        List<Alternative> alternatives = new ArrayList<>();
        collect(type, alternatives);
        return Optional.of(
                new ValueType.Permitted(
                        type, by == null ? "" : by.value(), List.copyOf(alternatives)));
    }

    private static void collect(Class<?> type, List<Alternative> alternatives) {
        for (Class<?> each : type.getPermittedSubclasses()) {
            if (each.isSealed()) {
                collect(each, alternatives);
            } else if (each.isRecord()) {
                alternatives.add(alternative(each.asSubclass(Record.class)));
            }
        }
    }

    private static Alternative alternative(Class<? extends Record> type) {
        Choice choice = type.getAnnotation(Choice.class);
        String name =
                choice == null || choice.value().isEmpty()
                        ? Names.kebab(type.getSimpleName())
                        : choice.value();
        return new Alternative(
                name, choice == null ? "" : choice.summary(), type, record -> record);
    }
}
