package dev.ramify.plugins.visualizers.matrix;

import dev.ramify.api.figure.Caption;
import dev.ramify.api.figure.DataTable;
import dev.ramify.api.figure.Figure;
import dev.ramify.api.figure.Legend;
import dev.ramify.api.figure.Panel;
import dev.ramify.api.figure.Ramp;
import dev.ramify.api.findings.Claim;
import dev.ramify.api.findings.ClaimText;
import dev.ramify.api.findings.Findings;
import dev.ramify.api.findings.RunFindings;
import dev.ramify.api.findings.VariantFindings;
import dev.ramify.api.metric.ChanceTest;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.Summary;
import dev.ramify.api.text.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Draws what a metric found of single branches: one matrix for each layer, trained and untrained.
 */
final class MatrixFigure {

    private final String id;
    private final MatrixKind kind;
    private final VariantFindings variant;
    private final RunFindings run;

    private MatrixFigure(String id, MatrixKind kind, VariantFindings variant, RunFindings run) {
        this.id = id;
        this.kind = kind;
        this.variant = variant;
        this.run = run;
    }

    /** Draw all variants that the metric measured. */
    static List<Figure> of(String id, MatrixKind kind, Findings findings, boolean controls) {
        List<Figure> figures = new ArrayList<>();
        for (VariantFindings variant : findings.variants()) {
            if (!controls && variant.role() != VariantFindings.Role.STUDIED) {
                continue;
            }
            variant.runs().stream()
                    .findFirst()
                    .flatMap(run -> new MatrixFigure(id, kind, variant, run).draw(findings))
                    .ifPresent(figures::add);
        }
        return figures;
    }

    private Optional<Figure> draw(Findings findings) {
        Set<String> layers = new LinkedHashSet<>();
        run.measurements().stream()
                .filter(each -> each.metric().equals(kind.metric()))
                .forEach(each -> layers.add(each.layer()));
        List<List<Cell>> trained = new ArrayList<>();
        List<Panel> panels = new ArrayList<>();
        Ramp ramp = ramp(layers);
        for (String layer : layers) {
            List<Cell> cells = cells(run.measurements(), layer);
            if (!cells.isEmpty()) {
                trained.add(cells);
                panels.add(panel("Trained", layer, cells, ramp));
                List<Cell> before = cells(run.untrainedMeasurements(), layer);
                if (!before.isEmpty()) {
                    panels.add(panel("Before training", layer, before, ramp));
                }
            }
        }
        if (panels.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Figure(
                        id + "-" + variant.name(),
                        title(layers),
                        panels,
                        legend(ramp),
                        caption(findings, trained),
                        data(layers)));
    }

    private Panel panel(String when, String layer, List<Cell> cells, Ramp ramp) {
        String title = "%s, seed %d, %s".formatted(when, run.seed(), layer);
        return MatrixPanel.of(title, "branch", kind.unit(), cells, ramp);
    }

    private List<Cell> cells(List<Measurement> measurements, String layer) {
        List<Cell> cells = new ArrayList<>();
        for (Measurement each : measurements) {
            Optional<String> column = kind.column(each.subject());
            if (each.metric().equals(kind.metric())
                    && each.layer().equals(layer)
                    && column.isPresent()) {
                String branch = each.subject().part(Subject.BRANCH).orElseThrow();
                each.defined()
                        .filter(value -> Double.isFinite(value.value()))
                        .ifPresent(value -> add(cells, branch, column.get(), value));
            }
        }
        return cells;
    }

    private void add(List<Cell> cells, String row, String column, Measurement.Defined value) {
        Cell cell = Cell.of(row, column, value, kind.scale());
        if (kind.symmetric()) {
            for (String branch : List.of(row, column)) {
                if (cells.stream().noneMatch(each -> each.row().equals(branch))) {
                    cells.add(new Cell(branch, branch, kind.scale(), null, null));
                }
            }
            cells.add(new Cell(column, row, cell.value(), cell.chance(), cell.p()));
        }
        cells.add(cell);
    }

    private Ramp ramp(Set<String> layers) {
        if (kind.symmetric()) {
            return Ramp.sequential(0, kind.scale());
        }
        double reach =
                layers.stream()
                        .flatMap(layer -> cells(run.measurements(), layer).stream())
                        .mapToDouble(cell -> Math.abs(cell.value()))
                        .max()
                        .orElse(1);
        return Ramp.diverging(0, reach > 0 ? reach : 1);
    }

    private String title(Set<String> layers) {
        Optional<Summary> summary =
                variant.summaries().stream()
                        .filter(each -> each.metric().equals(kind.metric()))
                        .filter(each -> each.subject().parts().isEmpty())
                        .filter(each -> layers.contains(each.layer()))
                        .findFirst();
        if (summary.isEmpty()) {
            return variant.name() + ": " + kind.noun() + ", which no test is made of.";
        }
        Summary found = summary.get();
        return "%s: %s in %s is %s where chance gives %s: %s."
                .formatted(
                        variant.name(),
                        kind.noun(),
                        found.layer(),
                        scaled(found.mean()),
                        scaled(found.nullMean()),
                        conclusion(found));
    }

    private String conclusion(Summary found) {
        Optional<Claim> claim =
                variant.verdict().claims().stream()
                        .filter(each -> each.summary().isAbout(found))
                        .findFirst();
        if (claim.isPresent()) {
            return "beyond chance (" + ClaimText.test(claim.get()) + ")";
        }
        ChanceTest chance = found.chance();
        return chance == null || chance.pAdjusted() == null
                ? "described, without a claim"
                : "no claim can be made (these networks against chance: %s)"
                        .formatted(Numbers.p(chance.pAdjusted()));
    }

    private String scaled(double value) {
        return Numbers.value(value * kind.scale())
                + (kind.unit().isEmpty() ? "" : " " + kind.unit());
    }

    private Legend legend(Ramp ramp) {
        String ends =
                kind.symmetric()
                        ? "from 0 to " + Numbers.value(kind.scale())
                        : "from \u2212%s over 0 to %s %s"
                                .formatted(
                                        Numbers.value(ramp.high()),
                                        Numbers.value(ramp.high()),
                                        kind.unit());
        return new Legend(
                List.of(Legend.Key.ramp(ends.trim() + "; pale where chance may give it", ramp)));
    }

    private Caption caption(Findings findings, List<List<Cell>> trained) {
        long tested =
                trained.stream().flatMap(List::stream).filter(each -> each.p() != null).count();
        long loud =
                trained.stream()
                        .flatMap(List::stream)
                        .filter(each -> each.p() != null && each.isLoud())
                        .count();
        return new Caption(
                kind.reading(),
                kind.misleading()
                        + " Branches that are built alike change places from seed to seed, so single"
                        + " cells are those of one seed.",
                "%s; seed %d shown of %s; %d of %d tested cells beyond chance (p \u2264 .05,"
                                .formatted(
                                        findings.dataset(),
                                        run.seed(),
                                        Numbers.count(variant.runs().size(), "seed", "seeds"),
                                        loud,
                                        tested)
                        + " corrected over the matrix)");
    }

    private DataTable data(Set<String> layers) {
        List<List<String>> rows = new ArrayList<>();
        for (String layer : layers) {
            add(rows, "trained", layer, cells(run.measurements(), layer));
            add(rows, "untrained", layer, cells(run.untrainedMeasurements(), layer));
        }
        return new DataTable(
                List.of("network", "when", "layer", "row", "column", "value", "chance", "p"), rows);
    }

    private void add(List<List<String>> rows, String when, String layer, List<Cell> cells) {
        for (Cell cell : cells) {
            rows.add(
                    List.of(
                            variant.name() + "/" + run.seed(),
                            when,
                            layer,
                            cell.row(),
                            cell.column(),
                            Double.toString(cell.value()),
                            cell.chance() == null ? "" : cell.chance().toString(),
                            cell.p() == null ? "" : cell.p().toString()));
        }
    }
}
