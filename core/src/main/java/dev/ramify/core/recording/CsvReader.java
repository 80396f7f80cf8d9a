package dev.ramify.core.recording;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads comma-separated values as RFC 4180 writes them, knowing the place of every value. Empty
 * lines are skipped; blanks around values that are not quoted are cut off.
 */
final class CsvReader {

    private final String text;
    private int at;
    private int line = 1;
    private int counted;
    private int column = 1;

    private CsvReader(String text) {
        this.text = text;
    }

    /**
     * A value.
     *
     * @param text without quotes
     * @param line from 1
     * @param column of its first character, from 1
     * @param broken whether its closing quote is missing, or something follows it
     */
    record Cell(String text, int line, int column, boolean broken) {}

    /** Read all rows, the heading included. */
    static List<List<Cell>> read(String text) {
        CsvReader reader = new CsvReader(text);
        List<List<Cell>> rows = new ArrayList<>();
        while (reader.at < text.length()) {
            List<Cell> row = reader.row();
            if (row.size() > 1 || !row.get(0).text().isEmpty()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private List<Cell> row() {
        List<Cell> cells = new ArrayList<>();
        do {
            cells.add(cell());
        } while (take(','));
        take('\r');
        if (take('\n')) {
            nextLine();
        }
        return cells;
    }

    private boolean take(char expected) {
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void nextLine() {
        line++;
        counted = at;
        column = 1;
    }

    /** Count on from the last place that was asked for. */
    private int column() {
        column += text.codePointCount(counted, at);
        counted = at;
        return column;
    }

    private Cell cell() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        int column = column();
        int startLine = line;
        if (!take('"')) {
            return new Cell(plain().strip(), startLine, column, false);
        }
        StringBuilder value = new StringBuilder();
        boolean closed = false;
        while (at < text.length() && !closed) {
            char c = text.charAt(at++);
            if (c == '"' && !take('"')) {
                closed = true;
            } else {
                value.append(c);
                if (c == '\n') {
                    nextLine();
                }
            }
        }
        boolean clean = plain().isBlank();
        return new Cell(value.toString(), startLine, column, !closed || !clean);
    }

    /** Take what stands before the next comma or end of line. */
    private String plain() {
        int from = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }
}
