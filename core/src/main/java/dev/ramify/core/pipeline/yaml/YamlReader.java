package dev.ramify.core.pipeline.yaml;

import dev.ramify.core.problem.Location;
import dev.ramify.core.problem.Problem;
import dev.ramify.core.problem.ProblemCode;
import dev.ramify.core.problem.Source;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads YAML 1.2 into a tree, within the limits of what people write by hand. */
public final class YamlReader {

    private static final Pattern CROWDED =
            Pattern.compile("\\s*(?:-\\s+)?([A-Za-z][\\w-]*):(\\S.*?)\\s*");

    /** Read the one document of a text; where there is none, add why to the problems. */
    public Optional<YamlNode> read(Source source, List<Problem> problems) {
        List<Problem> odd = OddBlanks.in(source);
        if (!odd.isEmpty()) {
            problems.addAll(odd);
            return Optional.empty();
        }
        LoadSettings settings =
                LoadSettings.builder()
                        .setLabel(source.name())
                        .setUseMarks(true)
                        .setCodePointLimit((int) SourceReader.LARGEST)
                        .build();
        try {
            return new TreeBuilder(source, new Parse(settings).parseString(source.text()), problems)
                    .build();
        } catch (RefusedException e) {
            problems.add(e.problem());
        } catch (MarkedYamlEngineException e) {
            problems.add(syntax(source, e));
        } catch (ReaderException e) {
            problems.add(
                    new Problem(
                            ProblemCode.SYNTAX,
                            at(source, e.getPosition()),
                            "the character U+%04X may not stand in YAML"
                                    .formatted(e.getCodePoint()),
                            "remove it"));
        } catch (YamlEngineException e) {
            problems.add(
                    new Problem(
                            ProblemCode.SYNTAX,
                            new Location(source, 0, 0, 1),
                            "the text is not YAML: " + e.getMessage(),
                            ""));
        }
        return Optional.empty();
    }

    private static Problem syntax(Source source, MarkedYamlEngineException e) {
        Optional<Location> opened = e.getContextMark().map(mark -> at(source, mark));
        Location noticed =
                e.getProblemMark()
                        .map(mark -> at(source, mark))
                        .or(() -> opened)
                        .orElseGet(() -> new Location(source, 0, 0, 1));
        if (opened.isPresent()
                && String.valueOf(e.getContext()).contains("quoted scalar")
                && e.getProblem().contains("unexpected end of stream")) {
            return new Problem(
                    ProblemCode.SYNTAX,
                    opened.get(),
                    "a quotation begins here and is not closed",
                    "close it, or remove the quotation mark");
        }
        Optional<Problem> crowded =
                opened.filter(at -> e.getProblem().contains("could not find expected ':'"))
                        .flatMap(at -> crowdedColon(source, at.line()));
        return crowded.orElseGet(() -> syntax(source, e, noticed, opened));
    }

    /** Where a blank is missing after a colon, a line is no key and no value. */
    private static Optional<Problem> crowdedColon(Source source, int line) {
        String text = source.text().lines().skip(line).findFirst().orElse("");
        Matcher matcher = CROWDED.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int column = text.codePointCount(0, matcher.start(1));
        int length = matcher.end(2) - matcher.start(1);
        return Optional.of(
                new Problem(
                        ProblemCode.SYNTAX,
                        new Location(source, line, column, length),
                        "`%s:%s` is no key with a value"
                                .formatted(matcher.group(1), matcher.group(2)),
                        "put a blank after the colon: `%s: %s`"
                                .formatted(matcher.group(1), matcher.group(2))));
    }

    private static Problem syntax(
            Source source, MarkedYamlEngineException e, Location where, Optional<Location> opened) {
        String line = source.text().lines().skip(where.line()).findFirst().orElse("");
        int tab = line.indexOf('\t');
        if (tab >= 0 && line.substring(0, tab).isBlank()) {
            return new Problem(
                    ProblemCode.SYNTAX,
                    new Location(source, where.line(), tab, 1),
                    "a tab stands in the indentation",
                    "indent with spaces");
        }
        String context = e.getContext() == null ? "" : e.getContext() + ", ";
        return new Problem(
                ProblemCode.SYNTAX,
                where,
                "this is not YAML: " + (context + e.getProblem()).replaceAll("\\s+", " ").strip(),
                syntaxHint(line, e.getProblem()),
                opened.filter(begin -> begin.line() < where.line())
                        .map(begin -> List.of("what is not closed or continued begins at " + begin))
                        .orElse(List.of()));
    }

    private static String syntaxHint(String line, String problem) {
        if (problem.contains("unknown escape character")) {
            return "in double quotes `\\` begins an escape; write single quotes, or `/` in paths";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "check the indentation, and quote values that contain `: `";
        }
        if (problem.contains("expected <block end>")) {
            return "check the indentation of this line against the one above";
        }
        if (line.strip().startsWith("-") && !line.strip().startsWith("- ")) {
            return "put a space after `-`";
        }
        return problem.contains("','") ? "is a bracket or a comma missing?" : "";
    }

    private static Location at(Source source, Mark mark) {
        return new Location(source, mark.getLine(), mark.getColumn(), 1);
    }

    private static Location at(Source source, int codePoint) {
        int end = source.text().offsetByCodePoints(0, Math.max(0, codePoint));
        String before = source.text().substring(0, end);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        String last = before.substring(before.lastIndexOf('\n') + 1);
        return new Location(source, line, last.codePointCount(0, last.length()), 1);
    }
}
