package dev.ramify.core.architecture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramify.api.architecture.Default;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Records as JSON objects, component by component.
 *
 * <p>Components are numbers, truth values, strings, enums, records, sealed interfaces of records
 * and lists of these. What stands for a sealed interface tells its type first; see {@link Kinds}.
 * So a new kind of node needs nothing here.
 */
final class RecordJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String TYPE = "type";

    private RecordJson() {}

    /** Write a record, without components that are as usual. */
    static ObjectNode write(Record value) {
        ObjectNode object = JSON.objectNode();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object part = get(component, value);
            if (!part.equals(usual(component))) {
                object.set(component.getName(), write(part, component.getGenericType()));
            }
        }
        return object;
    }

    private static JsonNode write(Object value, Type type) {
        if (value instanceof List<?> list) {
            ArrayNode array = JSON.arrayNode();
            list.forEach(each -> array.add(write(each, elementOf(type))));
            return array;
        }
        if (value instanceof Record record) {
            ObjectNode plain = write(record);
            return type == value.getClass()
                    ? plain
                    : JSON.objectNode().put(TYPE, Kinds.nameOf(value.getClass())).setAll(plain);
        }
        if (value instanceof Enum<?> constant) {
            return JSON.textNode(Kinds.nameOf(constant));
        }
        if (value instanceof Integer number) {
            return JSON.numberNode(number);
        }
        if (value instanceof Double number) {
            return JSON.numberNode(number);
        }
        return value instanceof Boolean truth
                ? JSON.booleanNode(truth)
                : JSON.textNode(value.toString());
    }

    /**
     * Read a record.
     *
     * @throws UnreadableJsonException if the object is not its form
     */
    static <T> T read(Class<T> type, JsonNode json) {
        return type.cast(read(json, type, ""));
    }

    private static Object read(JsonNode json, Type type, String path) {
        if (type instanceof ParameterizedType) {
            expect(json.isArray(), "an array", json, path);
            List<Object> list = new ArrayList<>();
            for (JsonNode each : json) {
                list.add(read(each, elementOf(type), path + "[" + list.size() + "]"));
            }
            return list;
        }
        Class<?> wanted = (Class<?>) type;
        if (wanted.isRecord()) {
            expect(json.isObject(), "an object", json, path);
            return record(wanted, (ObjectNode) json, path);
        }
        if (wanted.isInterface()) {
            return ofKind(wanted, json, path);
        }
        return value(json, wanted, path);
    }

    private static Object value(JsonNode json, Class<?> type, String path) {
        if (type == int.class || type == Integer.class) {
            expect(json.isInt(), "a whole number", json, path);
            return json.intValue();
        }
        if (type == double.class) {
            expect(json.isNumber(), "a number", json, path);
            return json.doubleValue();
        }
        if (type == boolean.class) {
            expect(json.isBoolean(), "true or false", json, path);
            return json.booleanValue();
        }
        expect(json.isTextual(), "a string", json, path);
        return type.isEnum() ? Kinds.constant(type, json.textValue(), path) : json.textValue();
    }

    private static Object ofKind(Class<?> type, JsonNode json, String path) {
        expect(json.isObject(), "an object", json, path);
        ObjectNode object = ((ObjectNode) json).deepCopy();
        JsonNode name = object.remove(TYPE);
        if (name == null) {
            throw new UnreadableJsonException(path, "the key \"type\" is missing");
        }
        return record(Kinds.find(type, name.asText(), path), object, path);
    }

    private static Object record(Class<?> type, ObjectNode json, String path) {
        RecordComponent[] components = type.getRecordComponents();
        Set<String> unknown = new LinkedHashSet<>();
        json.fieldNames().forEachRemaining(unknown::add);
        Object[] parts = new Object[components.length];
        for (int i = 0; i < parts.length; i++) {
            String name = components[i].getName();
            unknown.remove(name);
            String at = path.isEmpty() ? name : path + "." + name;
            @Nullable Object usual = usual(components[i]);
            if (json.has(name)) {
                parts[i] = read(json.get(name), components[i].getGenericType(), at);
            } else if (usual != null) {
                parts[i] = usual;
            } else {
                throw new UnreadableJsonException(at, "the key is missing");
            }
        }
        if (!unknown.isEmpty()) {
            throw new UnreadableJsonException(
                    path,
                    "unknown keys %s; %s has %s"
                            .formatted(
                                    unknown,
                                    Kinds.nameOf(type),
                                    Arrays.stream(components)
                                            .map(RecordComponent::getName)
                                            .toList()));
        }
        return create(type, components, parts);
    }

    private static void expect(boolean holds, String expected, JsonNode found, String path) {
        if (!holds) {
            throw new UnreadableJsonException(
                    path, "expected %s, found %s".formatted(expected, found));
        }
    }

    private static Type elementOf(Type list) {
        return ((ParameterizedType) list).getActualTypeArguments()[0];
    }

    private static @Nullable Object usual(RecordComponent component) {
        Default value = component.getAnnotation(Default.class);
        if (value == null) {
            return null;
        }
        try {
            JsonNode json = new JsonMapper().readTree(value.value());
            return read(json, component.getGenericType(), component.getName());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the default of " + component + " is no JSON", e);
        }
    }

    private static Object get(RecordComponent component, Object owner) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("components can be read", e);
        }
    }

    private static Object create(Class<?> type, RecordComponent[] components, Object[] parts) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(parts);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a record can be made", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record can be made", e);
        }
    }
}
