package dev.ramify.core.pipeline.binding;

import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.core.problem.Location;
import dev.ramify.core.problem.ProblemCode;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes records from their components; what their constructors refuse becomes a problem. */
final class RecordFactory {

    private final Session session;

    RecordFactory(Session session) {
        this.session = session;
    }

    Optional<Object> make(
            RecordSchema schema, @Nullable Object[] values, Location where, String path) {
        Class<?>[] types =
                schema.options().stream()
                        .map(option -> option.component().getType())
                        .toArray(Class<?>[]::new);
        try {
            Constructor<? extends Record> constructor = schema.type().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(values));
        } catch (InvocationTargetException e) {
            report(e.getCause() == null ? e : e.getCause(), where, path);
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record has its canonical constructor", e);
        }
    }

    /**
     * Report what the constructor refuses of the sound components where others are mistaken, with
     * nothing in their place: so all that is wrong is said at once.
     *
     * @param sound keys of the sound components
     */
    void checkSound(
            RecordSchema schema, @Nullable Object[] values, Set<String> sound, String path) {
        Object[] complete = values.clone();
        for (int i = 0; i < complete.length; i++) {
            Class<?> type = schema.options().get(i).component().getType();
            if (complete[i] == null && !sound.contains(schema.options().get(i).key())) {
                complete[i] = nothing(type);
            }
        }
        Class<?>[] types =
                schema.options().stream()
                        .map(option -> option.component().getType())
                        .toArray(Class<?>[]::new);
        try {
            Constructor<? extends Record> constructor = schema.type().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            constructor.newInstance(complete);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidOptionException invalid
                    && sound.contains(Names.kebab(invalid.option()))) {
                report(invalid, session.placeOf(path), path);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record has its canonical constructor", e);
        }
    }

    private static @Nullable Object nothing(Class<?> type) {
        if (type == List.class) {
            return List.of();
        }
        if (!type.isPrimitive()) {
            return null;
        }
        // The one element of a new array is 0, or false.
        return Array.get(Array.newInstance(type, 1), 0);
    }

    private void report(Throwable refusal, Location where, String path) {
        if (refusal instanceof InvalidOptionException invalid) {
            String at = Paths.key(path, Names.kebab(invalid.option()));
            session.report(
                    ProblemCode.INVALID_VALUE,
                    session.placeOf(at),
                    "`%s`: %s".formatted(at, refusal.getMessage()),
                    "");
        } else {
            session.report(
                    ProblemCode.INVALID_VALUE,
                    where,
                    "%s: %s"
                            .formatted(
                                    path.isEmpty() ? "the file" : "`" + path + "`",
                                    refusal instanceof IllegalArgumentException
                                            ? refusal.getMessage()
                                            : refusal),
                    "");
        }
    }
}
