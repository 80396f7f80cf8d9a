package dev.ramify.core.rendering;

import static java.util.stream.Collectors.joining;

import dev.ramify.api.figure.DataTable;
import dev.ramify.core.problem.Printable;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes tables as RFC 4180 asks, with lines that end in a line feed alone. Cells may come from
 * files that nobody vouches for: none commands a terminal, none is a formula.
 */
public final class Csv {

    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");

    private Csv() {}

    /** Write a table with a heading line. */
    public static String of(DataTable table) {
        StringBuilder out = new StringBuilder();
        line(out, table.columns());
        table.rows().forEach(row -> line(out, row));
        return out.toString();
    }

    private static void line(StringBuilder out, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            out.append(i > 0 ? "," : "").append(quoted(values.get(i)));
        }
        out.append('\n');
    }

    private static String quoted(String value) {
        String cell =
                guarded(
                        Stream.of(value.split("\n", -1))
                                .map(Printable::line)
                                .collect(joining("\n")));
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** Spreadsheets run what begins like a formula, unless an apostrophe stands before it. */
    private static String guarded(String cell) {
        boolean formula =
                !cell.isEmpty()
                        && "=+-@".indexOf(cell.charAt(0)) >= 0
                        && !NUMBER.matcher(cell).matches();
        return formula ? "'" + cell : cell;
    }
}
