package dev.ramify.core.recording;

import dev.ramify.api.recording.Assignment;
import dev.ramify.core.recording.LayerKey.Part;
import dev.ramify.core.recording.UnitTable.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Branch and family of the units of one layer: from the table or, where it has none, arrays. */
final class UnitLabels {

    private static final String UNBRANCHED = "";
    private static final int MOST_BRANCHES = 4_096;

    private final String layer;
    private final Problems problems;
    private final TreeMap<Integer, Row> rows;
    private final Optional<Categories> branches;
    private final Optional<Categories> families;
    private final boolean branchesOfTable;
    private final boolean familiesOfTable;
    private final UnitTable table;

    UnitLabels(String layer, ArraySource source, UnitTable table, Problems problems) {
        this.layer = layer;
        this.problems = problems;
        this.table = table;
        this.rows = table.rows(layer);
        branchesOfTable = table.hasBranches() && !rows.isEmpty();
        familiesOfTable = table.hasFamilies() && !rows.isEmpty();
        Kinds kinds = new Kinds(source);
        Optional<Categories> recorded =
                kinds.read(
                        Part.BRANCHES.of(layer),
                        Kinds.Sort.BRANCH,
                        kinds.names(Part.BRANCH_NAMES.of(layer)));
        branches =
                branchesOfTable
                        ? Optional.of(
                                Categories.of(rows.values().stream().map(Row::branch).toList()))
                        : recorded;
        branches.ifPresent(each -> requireFew(source, each));
        families = kinds.read(Part.FAMILIES.of(layer), Kinds.Sort.FAMILY, Optional.empty());
    }

    private void requireFew(ArraySource source, Categories found) {
        if (found.names().size() > MOST_BRANCHES) {
            source.problem(
                    Part.BRANCHES.of(layer),
                    "%,d units are in %,d branches; at most %,d are read"
                            .formatted(found.indices().length, found.names().size(), MOST_BRANCHES),
                    "give each unit the number of its branch");
        }
    }

    /** Find, for everything that tells it, the number of units. */
    Map<String, Long> sizes() {
        Map<String, Long> sizes = new LinkedHashMap<>();
        if (branchesOfTable) {
            sizes.put(table.file(), (long) rows.size());
        } else {
            branches.ifPresent(
                    each -> sizes.put(Part.BRANCHES.of(layer), (long) each.indices().length));
        }
        families.ifPresent(
                each -> sizes.put(Part.FAMILIES.of(layer), (long) each.indices().length));
        return sizes;
    }

    /** Return the number of units that there are at least. */
    long least() {
        return rows.isEmpty() ? 0 : rows.lastKey() + 1L;
    }

    /** Check what the table says of a layer with so many units. */
    void check(int units) {
        rows.tailMap(units).values().stream()
                .findFirst()
                .ifPresent(
                        row ->
                                problems.add(
                                        row.where(),
                                        "unit %d of layer '%s', which has %d units"
                                                .formatted(
                                                        rows.tailMap(units).firstKey(),
                                                        layer,
                                                        units),
                                        "number the units of a layer from 0, without gaps"));
        if (!branchesOfTable) {
            return;
        }
        rows.values().stream()
                .filter(row -> row.branch().isEmpty())
                .findFirst()
                .ifPresent(
                        row ->
                                problems.add(
                                        row.where(),
                                        "the unit has no branch, though others have",
                                        "name the branch of every unit"));
    }

    boolean unbranched() {
        return branches.isEmpty();
    }

    /** Return the names of the branches. */
    List<String> branches() {
        return branches.map(Categories::names).orElse(List.of(UNBRANCHED));
    }

    Assignment assignment(int units) {
        return branches.map(each -> Assignment.of(each.names(), each.indices()))
                .orElseGet(() -> Assignment.of(List.of(UNBRANCHED), new int[units]));
    }

    /** Return the family of every unit, an empty text for none. */
    Optional<List<String>> families(int units) {
        if (familiesOfTable) {
            List<String> named = new ArrayList<>(Collections.nCopies(units, ""));
            rows.forEach((unit, row) -> named.set(unit, row.family()));
            return Optional.of(named);
        }
        return families.map(
                each -> IntStream.of(each.indices()).mapToObj(each.names()::get).toList());
    }

    static List<String> numbered(int branches) {
        return IntStream.range(0, branches).mapToObj("b%d"::formatted).toList();
    }

    static int[] range(int count) {
        return IntStream.range(0, count).toArray();
    }
}
