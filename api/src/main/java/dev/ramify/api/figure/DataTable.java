package dev.ramify.api.figure;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * The numbers behind a figure, in full precision: its CSV file, and its alternative for those who
 * do not see it.
 *
 * @param columns names of the columns
 * @param rows one text per column each; numbers as {@link Double#toString} writes them
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record DataTable(List<String> columns, List<List<String>> rows) {

    /**
     * @throws IllegalArgumentException if a row has not one value per column
     */
    public DataTable {
        columns = List.copyOf(columns);
        List<List<String>> copies = new ArrayList<>(rows.size());
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row has %d values, but there are %d columns: %s"
                                .formatted(row.size(), columns.size(), row));
            }
            copies.add(List.copyOf(row));
        }
        rows = List.copyOf(copies);
    }
}
