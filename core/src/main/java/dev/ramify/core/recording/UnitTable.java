package dev.ramify.core.recording;

import dev.ramify.core.recording.CsvReader.Cell;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What people say of units in a CSV file with the columns {@code layer}, {@code unit} (from 0) and
 * {@code branch}, {@code family} or both.
 *
 * @param file its name, for messages
 * @param layers for each layer, in the order of the file, what is said of its units, by unit
 * @param hasBranches whether there is a column of branches
 * @param hasFamilies whether there is a column of families
 */
record UnitTable(
        String file,
        Map<String, TreeMap<Integer, Row>> layers,
        boolean hasBranches,
        boolean hasFamilies) {

    static final UnitTable EMPTY = new UnitTable("", Map.of(), false, false);

    private static final List<String> COLUMNS = List.of("layer", "unit", "branch", "family");

    private static final int SHOWN = 10;

    /**
     * What is said of a unit.
     *
     * @param where its place, {@code file:line:column}
     * @param branch empty where none is named
     * @param family empty where none is named
     */
    record Row(String where, String branch, String family) {}

    /** Read a table from its text; what is wrong is added to the problems. */
    static UnitTable parse(String file, String text, Problems problems, Notes notes) {
        List<List<Cell>> rows = CsvReader.read(text);
        if (rows.isEmpty()) {
            problems.add(file, "the table is empty", "write a line layer,unit,branch,family first");
            return EMPTY;
        }
        Map<String, Integer> columns = columns(file, rows.get(0), problems, notes);
        boolean sound = columns.containsKey("layer") && columns.containsKey("unit");
        boolean says = columns.containsKey("branch") || columns.containsKey("family");
        if (!sound || !says) {
            problems.add(
                    file + ":1:1",
                    "the columns are %s; layer and unit are needed, and branch, family or both"
                            .formatted(rows.get(0).stream().limit(SHOWN).map(Cell::text).toList()),
                    "begin with the line layer,unit,branch,family");
            return EMPTY;
        }
        UnitTable table =
                new UnitTable(
                        file,
                        new LinkedHashMap<>(),
                        columns.containsKey("branch"),
                        columns.containsKey("family"));
        for (List<Cell> row : rows.subList(1, rows.size())) {
            table.add(row, rows.get(0).size(), columns, problems);
        }
        return table;
    }

    private static Map<String, Integer> columns(
            String file, List<Cell> heading, Problems problems, Notes notes) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < heading.size(); i++) {
            Cell cell = heading.get(i);
            if (!COLUMNS.contains(cell.text())) {
                notes.add("%s: the column '%s' is not read".formatted(file, cell.text()));
            } else if (columns.putIfAbsent(cell.text(), i) != null) {
                problems.add(
                        place(file, cell),
                        "a second column '%s'".formatted(cell.text()),
                        "remove one of them");
            }
        }
        return columns;
    }

    private void add(List<Cell> row, int width, Map<String, Integer> columns, Problems problems) {
        Cell first = row.get(0);
        if (row.size() != width) {
            problems.add(
                    place(file, first),
                    "%d values in a row of %d columns".formatted(row.size(), width),
                    "quote values that have commas");
            return;
        }
        for (Cell cell : row) {
            if (cell.broken()) {
                problems.add(
                        place(file, cell),
                        "a quote is not closed, or something follows it",
                        "write a quote inside a quoted value twice");
                return;
            }
        }
        Cell layer = cell(row, columns, "layer");
        Cell unit = cell(row, columns, "unit");
        if (layer.text().isEmpty()) {
            problems.add(place(file, layer), "the row names no layer", "name it");
        } else if (!unit.text().matches("\\d{1,7}")) {
            problems.add(
                    place(file, unit),
                    "the unit is '%s'; a whole number from 0 is expected".formatted(unit.text()),
                    "number the units of a layer from 0");
        } else {
            add(
                    layer.text(),
                    Integer.parseInt(unit.text()),
                    new Row(
                            place(file, unit),
                            hasBranches ? cell(row, columns, "branch").text() : "",
                            hasFamilies ? cell(row, columns, "family").text() : ""),
                    problems);
        }
    }

    private void add(String layer, int unit, Row row, Problems problems) {
        Row earlier = layers.computeIfAbsent(layer, key -> new TreeMap<>()).putIfAbsent(unit, row);
        if (earlier != null) {
            problems.add(
                    row.where(),
                    "unit %d of layer '%s' stands here a second time, first at %s"
                            .formatted(unit, layer, earlier.where()),
                    "keep one of the rows");
        }
    }

    private static Cell cell(List<Cell> row, Map<String, Integer> columns, String column) {
        return row.get(columns.getOrDefault(column, 0));
    }

    private static String place(String file, Cell cell) {
        return "%s:%d:%d".formatted(file, cell.line(), cell.column());
    }

    /** Return what is said of a layer's units, by unit; empty if it is not in the table. */
    TreeMap<Integer, Row> rows(String layer) {
        return layers.getOrDefault(layer, new TreeMap<>());
    }
}
