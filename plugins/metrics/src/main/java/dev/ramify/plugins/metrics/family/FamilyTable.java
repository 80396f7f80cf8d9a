package dev.ramify.plugins.metrics.family;

import dev.ramify.api.option.InvalidOptionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Families as a person gave them: a CSV file with the columns {@code layer}, {@code unit} (from 0)
 * and {@code family}. A unit that it does not name has no family.
 *
 * @param file for messages
 * @param rows its rows
 */
record FamilyTable(Path file, List<Row> rows) {

    private static final List<String> COLUMNS = List.of("layer", "unit", "family");
    private static final int MOST_PROBLEMS = 10;

    record Row(String layer, int unit, String family, long line) {}

    /**
     * Read a file.
     *
     * @throws InvalidOptionException if it cannot be read, or naming the lines that are wrong
     */
    static FamilyTable read(Path file) {
        CSVFormat format =
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setTrim(true)
                        .setIgnoreEmptyLines(true)
                        .get();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            List<String> missing =
                    COLUMNS.stream()
                            .filter(column -> !parser.getHeaderNames().contains(column))
                            .toList();
            if (!missing.isEmpty()) {
                throw problem(
                        "%s has the columns %s, but needs %s as well"
                                .formatted(file, parser.getHeaderNames(), missing));
            }
            return new FamilyTable(file, rows(file, parser));
        } catch (NoSuchFileException e) {
            throw problem("there is no file %s".formatted(file));
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw problem("%s cannot be read as CSV: %s".formatted(file, e));
        }
    }

    private static List<Row> rows(Path file, CSVParser parser) {
        List<Row> rows = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (CSVRecord record : parser) {
            long line = parser.getCurrentLineNumber();
            if (!record.isConsistent()) {
                problems.add(
                        "line %d has %d fields, expected %d"
                                .formatted(line, record.size(), parser.getHeaderNames().size()));
            } else if (!record.get("unit").matches("\\d{1,9}")) {
                problems.add(
                        "line %d has the unit '%s', expected a number from 0"
                                .formatted(line, record.get("unit")));
            } else if (record.get("family").isEmpty()) {
                problems.add("line %d has no family".formatted(line));
            } else {
                rows.add(
                        new Row(
                                record.get("layer"),
                                Integer.parseInt(record.get("unit")),
                                record.get("family"),
                                line));
            }
        }
        throwIfAny(file, problems);
        return rows;
    }

    /**
     * Return the families of a layer.
     *
     * @throws InvalidOptionException if the table names units that the layer does not have, or a
     *     unit twice
     */
    Families familiesOf(String layer, int units) {
        List<String> names =
                rows.stream()
                        .filter(row -> row.layer().equals(layer))
                        .map(Row::family)
                        .distinct()
                        .sorted()
                        .toList();
        int[] familyOf = new int[units];
        Arrays.fill(familyOf, Families.NONE);
        List<String> problems = new ArrayList<>();
        for (Row row : rows) {
            if (!row.layer().equals(layer)) {
                continue;
            }
            if (row.unit() >= units) {
                problems.add(
                        "line %d names unit %d of layer '%s', which has %d units"
                                .formatted(row.line(), row.unit(), layer, units));
            } else if (familyOf[row.unit()] != Families.NONE) {
                problems.add(
                        "line %d gives unit %d of layer '%s' a second family"
                                .formatted(row.line(), row.unit(), layer));
            } else {
                familyOf[row.unit()] = names.indexOf(row.family());
            }
        }
        throwIfAny(file, problems);
        double[] strength = new double[units];
        Arrays.fill(strength, Double.NaN);
        return Families.of(names, familyOf, strength);
    }

    private static void throwIfAny(Path file, List<String> problems) {
        if (!problems.isEmpty()) {
            String more =
                    problems.size() > MOST_PROBLEMS
                            ? "; and %d more".formatted(problems.size() - MOST_PROBLEMS)
                            : "";
            throw problem(
                    problems.stream()
                            .limit(MOST_PROBLEMS)
                            .collect(Collectors.joining("; ", file + ": ", more)));
        }
    }

    private static InvalidOptionException problem(String reason) {
        return new InvalidOptionException("table", reason);
    }
}
