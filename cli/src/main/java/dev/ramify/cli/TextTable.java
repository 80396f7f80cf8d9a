package dev.ramify.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of texts whose columns stand below each other. */
final class TextTable {

    private TextTable() {}

    /**
     * Write one line per row, without blanks at its end.
     *
     * @param rows each as long as the first
     */
    static List<String> lines(List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < row.size(); c++) {
                int column = c;
                int width = rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
                line.append(c > 0 ? "  " : "").append(row.get(c));
                line.append(" ".repeat(width - row.get(c).length()));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
