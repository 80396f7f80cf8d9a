package dev.ramify.core.pipeline.yaml;

import dev.ramify.core.problem.Location;
import dev.ramify.core.problem.Problem;
import dev.ramify.core.problem.ProblemCode;
import dev.ramify.core.problem.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds blanks that look like blanks and are none to YAML, such as the no-break space that some
 * keyboards and web pages give, where a blank has a meaning: in the indentation, and after a colon,
 * a comma, a dash or a bracket.
 */
final class OddBlanks {

    private static final Pattern ODD =
            Pattern.compile(
                    "(?:^[ \\t]*|[:,{\\[][ \\t]*|^[ \\t]*-[ \\t]*)([\\u00A0\\u1680\\u2000-\\u200B\\u202F\\u205F\\u2060\\u3000\\uFEFF])");

    private OddBlanks() {}

    static List<Problem> in(Source source) {
        List<Problem> problems = new ArrayList<>();
        List<String> lines = source.text().lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            String text = lines.get(line);
            if (text.strip().startsWith("#")) {
                continue;
            }
            Matcher matcher = ODD.matcher(text);
            if (matcher.find()) {
                int at = matcher.start(1);
                problems.add(
                        new Problem(
                                ProblemCode.SYNTAX,
                                new Location(source, line, text.codePointCount(0, at), 1),
                                "the character U+%04X looks like a blank and is none"
                                        .formatted(text.codePointAt(at)),
                                "type a plain blank"));
            }
        }
        return problems;
    }
}
