package dev.ramify.core.pipeline.binding;

import dev.ramify.core.pipeline.yaml.YamlScalar;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Says how a list is written where a single value stands. */
final class ListHint {

    private static final Pattern RANGE =
            Pattern.compile("([0-9]{1,4})\\s*(?:\\.\\.\\.?|-|:|to)\\s*([0-9]{1,4})");
    private static final Pattern COUNT = Pattern.compile("[2-9]|1[0-9]|20");
    private static final long LONGEST = 50;

    private ListHint() {}

    static String of(YamlScalar scalar, ValueType.Many list) {
        String text = scalar.text().strip();
        boolean whole =
                list.element() == ValueType.Scalar.INTEGER
                        || list.element() == ValueType.Scalar.LONG;
        Matcher range = RANGE.matcher(text);
        if (whole && range.matches()) {
            long from = Long.parseLong(range.group(1));
            long to = Long.parseLong(range.group(2));
            return to >= from && to - from < LONGEST
                    ? "write " + numbers(from, to)
                    : "write every number, as in [1, 2, 3]";
        }
        if (whole && COUNT.matcher(text).matches()) {
            return "write %s for %s of them, or [%s] for this one"
                    .formatted(numbers(1, Long.parseLong(text)), text, text);
        }
        return "write [%s]".formatted(scalar.shown());
    }

    private static String numbers(long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
