package dev.ramify.plugins.metrics.family;

import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.Inputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Published counts of units of InceptionV1 by family and branch, from the overview of early vision
 * (Olah et al., Distill 2020): for each family its units in the branches 1x1, 3x3, 5x5 and pool.
 */
enum InceptionCounts {
    MIXED3A(
            """
            Fur Precursors: 6 1 0 0
            Eyes / Small Circles: 0 5 0 0
            High-Low Frequency: 0 15 0 0
            Brightness Gradient: 7 3 3 2
            BW vs Color: 0 0 9 0
            Color Contrast: 1 4 9 0
            Color Center-Surround: 13 11 4 2
            Texture: 22 13 7 23
            Angles: 0 8 0 0
            Repeating patterns: 4 5 0 3
            Complex Center-Surround: 3 11 0 0
            Curves: 0 11 0 0
            Crosses / Diverging Lines: 0 4 0 0
            Line Ends: 0 2 0 0
            Line Misc.: 3 11 0 0
            Thick Lines: 0 3 0 0
            Lines: 2 10 0 2
            Other Units: 3 11 0 0
            """),
    MIXED3B(
            """
            Other Fur: 1 1 0 8
            Texture: 12 11 1 20
            Color Center-Surround: 40 24 1 12
            Complex Center-Surround: 36 33 1 3
            Lines: 4 3 2 0
            Brightness Gradients: 1 2 0 3
            Generic, Oriented Fur: 3 0 7 0
            Eyes: 1 1 4 0
            Circle Cluster: 1 0 0 2
            Boundary: 0 16 20 0
            Curves: 0 0 10 0
            Double Curves: 0 0 3 0
            Curves misc.: 0 0 4 0
            Shallow Curves: 0 0 4 0
            Curve Shapes: 0 0 4 0
            Divots: 0 7 3 0
            Cross / Corner Divergence: 3 1 5 0
            Square / Grid: 3 0 6 0
            Evolute: 0 0 1 0
            Circles / Loops: 0 0 4 0
            Line Grad: 3 1 0 1
            Shiny: 0 2 0 0
            Pattern: 2 3 1 3
            Double Boundary: 0 6 1 0
            Bar / Line-Like: 4 3 0 0
            Scales: 1 0 0 4
            Proto-Head: 0 5 5 2
            Bumps: 0 8 0 0
            Color Contrast/Gradient: 2 17 0 5
            Boundary Misc: 0 7 0 0
            Star: 1 5 0 0
            Pointy: 1 1 0 0
            Texture Contrast: 0 10 2 0
            Other Units: 9 25 7 1
            """);

    private static final List<String> BRANCHES = List.of("1x1", "3x3", "5x5", "pool");

    private final String table;

    InceptionCounts(String table) {
        this.table = table;
    }

    /** The branch of every unit, units being numbered family by family. */
    Assignment assignment() {
        List<Integer> branchOf = new ArrayList<>();
        table.lines().forEach(line -> addBranches(line, branchOf));
        return Assignment.of(BRANCHES, branchOf.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Write the family of every unit as a table. */
    FamilyOptions write(Path folder) throws IOException {
        StringBuilder csv = new StringBuilder("layer,unit,family\n");
        int unit = 0;
        for (String line : table.lines().toList()) {
            List<Integer> branchOf = new ArrayList<>();
            addBranches(line, branchOf);
            String family = line.substring(0, line.lastIndexOf(':'));
            for (int i = 0; i < branchOf.size(); i++) {
                csv.append("conv1,").append(unit++).append(",\"").append(family).append("\"\n");
            }
        }
        Path file = Files.writeString(folder.resolve(name() + ".csv"), csv);
        return new FamilyOptions(FamilySource.GIVEN, List.of(), 0, file);
    }

    dev.ramify.api.metric.MetricInput input() {
        return Inputs.ofAssignment(assignment());
    }

    private static void addBranches(String line, List<Integer> branchOf) {
        String[] counts = line.substring(line.lastIndexOf(':') + 2).trim().split(" ");
        for (int branch = 0; branch < counts.length; branch++) {
            int of = branch;
            IntStream.range(0, Integer.parseInt(counts[branch])).forEach(i -> branchOf.add(of));
        }
    }
}
