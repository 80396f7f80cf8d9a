package dev.ramify.core.pipeline.binding;

import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.core.problem.Location;
import dev.ramify.core.problem.ProblemCode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
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
