package dev.ramify.api.figure;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Rows and columns of words, numbers and small drawings.
 *
 * @param title heading; empty for none
 * @param columns at least one; the first names the row
 * @param groups rows that belong together
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Table(String title, List<Column> columns, List<Group> groups) implements Panel {

    /**
     * @throws IllegalArgumentException if a row has not one cell per column
     */
    public Table {
        columns = List.copyOf(columns);
        groups = List.copyOf(groups);
        for (Group group : groups) {
            for (Row row : group.rows()) {
                if (row.cells().size() != columns.size()) {
                    throw new IllegalArgumentException(
                            "a row of table '%s' has %d cells, but there are %d columns"
                                    .formatted(title, row.cells().size(), columns.size()));
                }
            }
        }
    }

    /**
     * A column.
     *
     * @param label its heading
     * @param align how its words are aligned
     * @param ruler a drawing under the heading, such as the axis of the drawings below; null for
     *     none
     */
    public record Column(String label, Mark.Align align, @Nullable Plot ruler) {}

    /**
     * Rows under a heading of their own.
     *
     * @param title heading; empty for none
     * @param note what else holds for all rows; empty for none
     * @param color marks the group; null for none
     * @param rows in order
     */
    public record Group(String title, String note, @Nullable Color color, List<Row> rows) {

        public Group {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row.
     *
     * @param cells one per column
     */
    public record Row(List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** What stands in one row and column. */
    public sealed interface Cell {}

    /**
     * Words or a number.
     *
     * @param text what it says
     * @param note a second, quieter line; empty for none
     * @param emphasis how loudly it says it
     */
    public record Words(String text, String note, Emphasis emphasis) implements Cell {

        /** Create an ordinary cell. */
        public static Words of(String text) {
            return new Words(text, "", Emphasis.PLAIN);
        }
    }

    /**
     * A small plot without axes.
     *
     * @param plot what it shows; its description stands for it where it cannot be seen
     */
    public record Drawing(Plot plot) implements Cell {}

    /** How loudly a cell speaks. */
    public enum Emphasis {
        /** As text does. */
        PLAIN,
        /** What matters. */
        STRONG,
        /** What does not. */
        QUIET
    }
}
