package dev.ramify.core.recording;

import dev.ramify.api.recording.ExpertCounts;
import dev.ramify.api.recording.ExpertRouting;
import dev.ramify.api.recording.Groups;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import dev.ramify.core.recording.CsvReader.Cell;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads how often experts were chosen from a CSV file with the columns {@code layer}, {@code
 * expert} (from 0), {@code count} and {@code group}, {@code domain} or both; what does not stand in
 * it was chosen 0 times. Without groups each domain is one: totals.
 */
final class CountTable {

    private static final List<String> NEEDED = List.of("layer", "expert", "count");
    private static final List<String> KNOWN =
            List.of("group", "domain", "label", "layer", "expert", "count");

    /** Numbers that are kept at most: 512 MiB. */
    private static final long MOST = 1 << 26;

    private final String file;
    private final Problems problems;
    private final Consumer<String> notes;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Set<String> layers = new LinkedHashSet<>();
    private final Map<String, Integer> groups = new LinkedHashMap<>();
    private final Map<String, Integer> domains = new LinkedHashMap<>();
    private final List<Integer> domainOf = new ArrayList<>();
    private final Map<Key, Row> rows = new LinkedHashMap<>();
    private int experts;

    private CountTable(String file, Problems problems, Consumer<String> notes) {
        this.file = file;
        this.problems = problems;
        this.notes = notes;
    }

    private record Key(String layer, int group, int expert) {}

    private record Row(int line, long count) {}

    /**
     * Read a table, line by line; what is wrong becomes a problem.
     *
     * @return empty where there is a problem
     */
    static Optional<Recording> read(
            String file, BufferedReader text, Problems problems, Consumer<String> notes)
            throws IOException {
        CountTable table = new CountTable(file, problems, notes);
        String heading = text.readLine();
        if (!table.readHeading(heading == null ? "" : heading.replace("\uFEFF", ""))) {
            return Optional.empty();
        }
        int number = 1;
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            number++;
            for (List<Cell> row : CsvReader.read(line)) {
                table.add(number, row);
            }
        }
        return table.recording();
    }

    private boolean readHeading(String heading) {
        List<Cell> cells = CsvReader.read(heading).stream().findFirst().orElse(List.of());
        for (int i = 0; i < cells.size(); i++) {
            String column = cells.get(i).text();
            if (!KNOWN.contains(column)) {
                notes.accept("%s: the column '%s' is not read".formatted(file, column));
            }
            columns.putIfAbsent(column.equals("label") ? "domain" : column, i);
        }
        if (!columns.keySet().containsAll(NEEDED)) {
            problems.add(
                    file + ":1:1",
                    "the columns are %s; layer, expert and count are needed, and group, domain or both"
                            .formatted(cells.stream().map(Cell::text).toList()),
                    columns.containsKey("unit")
                            ? "give a table of units with --units"
                            : "begin with the line group,domain,layer,expert,count");
            return false;
        }
        if (!columns.containsKey("group")) {
            notes.accept(
                    "%s: there is no column group, so these are totals: values have no p"
                            .formatted(file));
        }
        return true;
    }

    private void add(int line, List<Cell> row) {
        String where = "%s:%d".formatted(file, line);
        int width = columns.values().stream().mapToInt(each -> each + 1).max().orElse(0);
        if (row.size() < width || row.stream().anyMatch(Cell::broken)) {
            problems.add(
                    where,
                    "%d values, or a quote that is not closed; %d are expected"
                            .formatted(row.size(), width),
                    "quote values that have commas");
            return;
        }
        String layer = text(row, "layer");
        String expert = text(row, "expert");
        String count = text(row, "count");
        if (layer.isEmpty() || !expert.matches("\\d{1,4}") || !count.matches("\\d{1,18}")) {
            problems.add(
                    where,
                    "layer '%s', expert '%s' and count '%s'; a name and two whole numbers, the expert below 10,000, are expected"
                            .formatted(layer, expert, count),
                    "count experts from 0, and write counts without points or commas");
            return;
        }
        add(where, line, layer, Integer.parseInt(expert), Long.parseLong(count), row);
    }

    private void add(String where, int line, String layer, int expert, long count, List<Cell> row) {
        String domain = columns.containsKey("domain") ? text(row, "domain") : "";
        String group = columns.containsKey("group") ? text(row, "group") : domain;
        int place = groups.computeIfAbsent(group, name -> domainOf.size());
        int domainPlace = domains.computeIfAbsent(domain, name -> domains.size());
        if (place == domainOf.size()) {
            domainOf.add(domainPlace);
        }
        layers.add(layer);
        experts = Math.max(experts, expert + 1);
        Row earlier = rows.putIfAbsent(new Key(layer, place, expert), new Row(line, count));
        if (earlier != null) {
            problems.add(
                    where,
                    "expert %d of layer '%s' and '%s' stands here a second time, first at line %d"
                            .formatted(expert, layer, group, earlier.line()),
                    "keep the rows of one model and one number of experts a token");
        } else if (domainOf.get(place) != domainPlace) {
            problems.add(
                    where,
                    "the group '%s' is of another domain above than '%s'".formatted(group, domain),
                    "name groups so that each is of one domain");
        }
    }

    private String text(List<Cell> row, String column) {
        return row.get(columns.getOrDefault(column, 0)).text();
    }

    private Optional<Recording> recording() {
        if (layers.isEmpty() && problems.isEmpty()) {
            problems.add(file, "the table has no rows", "write a row for each count");
        }
        if ((long) layers.size() * groups.size() * experts > MOST) {
            problems.add(
                    file,
                    "%d layers of %d groups and %d experts are too much"
                            .formatted(layers.size(), groups.size(), experts),
                    "give some of the layers");
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        Map<String, long[][]> counts = new LinkedHashMap<>();
        layers.forEach(layer -> counts.put(layer, new long[groups.size()][experts]));
        rows.forEach(
                (key, row) ->
                        counts.getOrDefault(key.layer(), new long[0][])[key.group()][key.expert()] =
                                row.count());
        List<LayerRecording> recorded = new ArrayList<>();
        counts.forEach(
                (layer, table) ->
                        recorded.add(
                                ExpertLayers.layer(
                                        ExpertLayers.called(layer),
                                        new ExpertRouting(new ExpertCounts(table)))));
        boolean known = columns.containsKey("domain");
        int[] classes = domainOf.stream().mapToInt(Integer::intValue).toArray();
        return Optional.of(
                ExpertLayers.recording(
                        recorded,
                        known ? List.copyOf(domains.keySet()) : List.of(),
                        new Groups(
                                List.copyOf(groups.keySet()),
                                new int[0],
                                known ? classes : Arrays.copyOf(classes, 0))));
    }
}
