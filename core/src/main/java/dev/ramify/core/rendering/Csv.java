package dev.ramify.core.rendering;

import dev.ramify.api.figure.DataTable;
import java.util.List;

/** Writes tables as RFC 4180 asks, with lines that end in a line feed alone. */
public final class Csv {

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
        boolean plain =
                value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
