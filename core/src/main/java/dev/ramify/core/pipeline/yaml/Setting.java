package dev.ramify.core.pipeline.yaml;

import dev.ramify.core.problem.Location;
import dev.ramify.core.problem.Problem;
import dev.ramify.core.problem.ProblemCode;
import dev.ramify.core.problem.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value given beside the file, as {@code training.epochs=5} or {@code variants[0].branches=4}.
 *
 * @param steps the keys and indices that lead to the value
 * @param value the value
 */
record Setting(List<Step> steps, YamlNode value) {

    private static final Pattern STEP =
            Pattern.compile("\\G(?:(^|\\.)([^.\\[\\]=]+)|\\[(\\d{1,6})])");

    /**
     * A key, or an index written as a number.
     *
     * @param name the key or the digits
     * @param where its place
     */
    record Step(String name, Location where) {

        Optional<Integer> index() {
            return name.matches("\\d{1,6}")
                    ? Optional.of(Integer.parseInt(name))
                    : Optional.empty();
        }
    }

    /** Read a setting; where it is none, add why to the problems. */
    static Optional<Setting> parse(String text, Path folder, List<Problem> problems) {
        int equals = text.indexOf('=');
        Source source = new Source("--set " + text, text, folder, Source.Kind.OPTION);
        List<Step> steps = equals < 1 ? List.of() : steps(text.substring(0, equals), source);
        if (steps.isEmpty()) {
            problems.add(
                    new Problem(
                            ProblemCode.BAD_OVERRIDE,
                            new Location(source, 0, 0, text.length()),
                            "`%s` does not set anything".formatted(text),
                            "write `--set training.epochs=5` or `--set variants[0].branches=4`"));
            return Optional.empty();
        }
        String written = text.substring(equals + 1);
        if (written.isBlank()) {
            Location end = new Location(source, 0, equals, 1);
            return Optional.of(new Setting(steps, new YamlScalar("", true, end)));
        }
        // Blanks before the value let places in it be those of the whole option.
        String padded = " ".repeat(equals + 1) + written;
        List<Problem> found = new ArrayList<>();
        Optional<YamlNode> value =
                new YamlReader()
                        .read(new Source(source.name(), padded, folder, source.kind()), found);
        found.forEach(problem -> problems.add(Relocation.to(source, problem)));
        return value.map(node -> new Setting(steps, Relocation.to(source, node)));
    }

    private static List<Step> steps(String path, Source source) {
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(path);
        int end = 0;
        while (matcher.find()) {
            int group = matcher.group(2) == null ? 3 : 2;
            String name = matcher.group(group);
            steps.add(new Step(name, new Location(source, 0, matcher.start(group), name.length())));
            end = matcher.end();
        }
        return end == path.length() ? steps : List.of();
    }
}
