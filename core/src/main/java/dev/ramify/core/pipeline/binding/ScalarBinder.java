package dev.ramify.core.pipeline.binding;

import dev.ramify.core.pipeline.yaml.YamlNode;
import dev.ramify.core.pipeline.yaml.YamlScalar;
import dev.ramify.core.problem.NearestName;
import dev.ramify.core.problem.ProblemCode;
import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Binds single values, of which the type that takes them decides what they mean. */
final class ScalarBinder {

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9][0-9_]{0,99}");
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?([0-9][0-9_]*(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern COMMA = Pattern.compile("[+-]?[0-9]+,[0-9]+");
    private static final Set<String> NOT_FINITE =
            Set.of(".nan", "nan", ".inf", "inf", "+.inf", "-.inf", "+inf", "-inf", "infinity");
    private static final Set<String> YES = Set.of("yes", "on", "y", "1");
    private static final Set<String> NO = Set.of("no", "off", "n", "0");

    private final Session session;

    ScalarBinder(Session session) {
        this.session = session;
    }

    Optional<Object> bind(YamlNode node, ValueType.Scalar type, Bounds bounds, String path) {
        if (!(node instanceof YamlScalar scalar) || scalar.isNull()) {
            return wrong(node, type, path, listHint(node));
        }
        return switch (type) {
            case INTEGER ->
                    whole(scalar, Integer.MIN_VALUE, Integer.MAX_VALUE, bounds, path)
                            .map(Math::toIntExact);
            case LONG -> whole(scalar, Long.MIN_VALUE, Long.MAX_VALUE, bounds, path).map(v -> v);
            case NUMBER -> number(scalar, bounds, path).map(v -> v);
            case BOOLEAN -> bool(scalar, path).map(v -> v);
            case TEXT -> Optional.of(scalar.text());
            case PATH -> path(scalar, path);
        };
    }

    Optional<Object> constant(YamlNode node, ValueType.Constant type, String path) {
        if (!(node instanceof YamlScalar scalar) || scalar.isNull()) {
            return wrong(node, type, path, listHint(node));
        }
        int index = type.names().indexOf(scalar.text());
        if (index < 0) {
            session.report(
                    ProblemCode.UNKNOWN_NAME,
                    node.where(),
                    "`%s` cannot be %s".formatted(path, scalar.describe()),
                    NearestName.hint(scalar.text(), type.names()),
                    List.of("allowed: " + String.join(", ", type.names())));
            return Optional.empty();
        }
        return Optional.of(type.constants().get(index));
    }

    private Optional<Long> whole(
            YamlScalar scalar, long least, long most, Bounds bounds, String path) {
        if (!scalar.plain() || !WHOLE.matcher(scalar.text()).matches()) {
            boolean decimal = scalar.plain() && DECIMAL.matcher(scalar.text()).matches();
            return wrong(
                            scalar,
                            ValueType.Scalar.INTEGER,
                            path,
                            decimal ? "write it without point or exponent" : numberHint(scalar))
                    .map(v -> 0L);
        }
        BigInteger value = new BigInteger(scalar.text().replace("_", "").replaceFirst("^\\+", ""));
        boolean fits =
                value.compareTo(BigInteger.valueOf(least)) >= 0
                        && value.compareTo(BigInteger.valueOf(most)) <= 0;
        if (!fits || !bounds.allow(value.doubleValue())) {
            outOfRange(
                    scalar,
                    path,
                    (fits ? bounds : bounds.within((double) least, (double) most)).describe());
            return Optional.empty();
        }
        return Optional.of(value.longValueExact());
    }

    private Optional<Double> number(YamlScalar scalar, Bounds bounds, String path) {
        if (NOT_FINITE.contains(scalar.text().toLowerCase(Locale.ROOT))) {
            outOfRange(scalar, path, "finite");
            return Optional.empty();
        }
        if (!scalar.plain() || !DECIMAL.matcher(scalar.text()).matches()) {
            return wrong(scalar, ValueType.Scalar.NUMBER, path, numberHint(scalar)).map(v -> 0.0);
        }
        double value = Double.parseDouble(scalar.text().replace("_", ""));
        if (!Double.isFinite(value) || !bounds.allow(value)) {
            outOfRange(scalar, path, Double.isFinite(value) ? bounds.describe() : "finite");
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private void outOfRange(YamlScalar scalar, String path, String range) {
        session.report(
                ProblemCode.OUT_OF_RANGE,
                scalar.where(),
                "`%s` must be %s, found %s".formatted(path, range, scalar.describe()),
                "must be " + range);
    }

    private Optional<Boolean> bool(YamlScalar scalar, String path) {
        String text = scalar.text().toLowerCase(Locale.ROOT);
        if (scalar.plain() && (text.equals("true") || text.equals("false"))) {
            return Optional.of(text.equals("true"));
        }
        String hint = "";
        if (YES.contains(text) || text.equals("true")) {
            hint = "did you mean `true`?";
        } else if (NO.contains(text) || text.equals("false")) {
            hint = "did you mean `false`?";
        }
        return wrong(scalar, ValueType.Scalar.BOOLEAN, path, hint).map(v -> false);
    }

    private Optional<Object> path(YamlScalar scalar, String path) {
        if (scalar.text().codePoints().anyMatch(Character::isISOControl)) {
            return wrong(
                    scalar,
                    ValueType.Scalar.PATH,
                    path,
                    "in double quotes `\\n` and `\\t` are escapes; write single quotes, or `/`");
        }
        try {
            return Optional.of(scalar.where().source().folder().resolve(scalar.text()).normalize());
        } catch (InvalidPathException e) {
            return wrong(scalar, ValueType.Scalar.PATH, path, "");
        }
    }

    private static String numberHint(YamlScalar scalar) {
        if (COMMA.matcher(scalar.text()).matches()) {
            return "did you mean `%s`?".formatted(scalar.text().replace(',', '.'));
        }
        return !scalar.plain() && DECIMAL.matcher(scalar.text()).matches()
                ? "remove the quotes"
                : "";
    }

    private static String listHint(YamlNode node) {
        return node instanceof YamlScalar ? "give a value, or remove the key" : "";
    }

    Optional<Object> wrong(YamlNode node, ValueType type, String path, String hint) {
        String what = path.isEmpty() ? "the file" : "`%s`".formatted(path);
        session.report(
                ProblemCode.WRONG_TYPE,
                node.where(),
                "%s must be %s, found %s".formatted(what, type.expectation(), node.describe()),
                hint.isEmpty() ? expected(node, type) : hint);
        return Optional.empty();
    }

    private static String expected(YamlNode node, ValueType type) {
        return node instanceof YamlScalar scalar && scalar.isNull()
                ? "expected %s; indent it below, or remove the key where there is a default"
                        .formatted(type.expectation())
                : "expected " + type.expectation();
    }
}
