package dev.ramify.core.pipeline.binding;

import dev.ramify.core.plugin.ExtensionKind;
import java.util.Arrays;
import java.util.List;

/** What kind of value an option takes. */
public sealed interface ValueType {

    /** Say what is expected, for messages and the reference: {@code a whole number}. */
    String expectation();

    /** A single value. */
    enum Scalar implements ValueType {
        /** An {@code int}. */
        INTEGER("a whole number"),
        /** A {@code long}. */
        LONG("a whole number"),
        /** A {@code double}, finite. */
        NUMBER("a number"),
        /** A {@code boolean}. */
        BOOLEAN("`true` or `false`"),
        /** A {@code String}. */
        TEXT("text"),
        /** A {@code java.nio.file.Path}, relative to the folder of the file. */
        PATH("a path");

        private final String expectation;

        Scalar(String expectation) {
            this.expectation = expectation;
        }

        @Override
        public String expectation() {
            return expectation;
        }
    }

    /**
     * A constant of an enum, written in lower case with {@code -} for {@code _}.
     *
     * @param constants the constants
     */
    record Constant(List<? extends Enum<?>> constants) implements ValueType {

        /** Return the names as files write them. */
        public List<String> names() {
            return constants.stream().map(Names::ofConstant).toList();
        }

        @Override
        public String expectation() {
            return "one of " + Names.list(names());
        }
    }

    /**
     * A map that is bound to a record.
     *
     * @param type the record
     */
    record Nested(Class<? extends Record> type) implements ValueType {
        @Override
        public String expectation() {
            return "a map";
        }
    }

    /**
     * A list.
     *
     * @param element type of each item
     */
    record Many(ValueType element) implements ValueType {
        @Override
        public String expectation() {
            return "a list";
        }
    }

    /**
     * A map from names to values.
     *
     * @param element type of each value
     */
    record Table(ValueType element) implements ValueType {
        @Override
        public String expectation() {
            return "a map";
        }
    }

    /**
     * One of the permitted records of a sealed interface.
     *
     * @param type the sealed interface
     * @param key the key that chooses; empty if the only key of the map itself does
     * @param alternatives the records by name
     */
    record Permitted(Class<?> type, String key, List<Alternative> alternatives)
            implements ValueType {
        @Override
        public String expectation() {
            return key.isEmpty()
                    ? "one of " + Names.list(alternatives.stream().map(Alternative::name).toList())
                    : "a map with the key `%s`".formatted(key);
        }
    }

    /**
     * An extension with its options.
     *
     * @param kind the kind of extension
     * @param key the key that chooses
     */
    record Provided(ExtensionKind kind, String key) implements ValueType {
        @Override
        public String expectation() {
            return "a map with the key `%s`".formatted(key);
        }
    }

    /** A map that is bound later, when it is known to what. */
    record Deferred() implements ValueType {
        @Override
        public String expectation() {
            return "a map";
        }
    }

    /** Describe an enum. */
    static Constant constant(Class<?> type) {
        return new Constant(Arrays.stream(type.getEnumConstants()).map(c -> (Enum<?>) c).toList());
    }
}
