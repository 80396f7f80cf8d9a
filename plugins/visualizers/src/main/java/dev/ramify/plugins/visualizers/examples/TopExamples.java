package dev.ramify.plugins.visualizers.examples;

import dev.ramify.api.figure.Caption;
import dev.ramify.api.figure.DataTable;
import dev.ramify.api.figure.Figure;
import dev.ramify.api.figure.Legend;
import dev.ramify.api.figure.Panel;
import dev.ramify.api.figure.Visualizer;
import dev.ramify.api.findings.Findings;
import dev.ramify.api.findings.Samples;
import dev.ramify.api.findings.VariantFindings;
import dev.ramify.api.text.Numbers;
import dev.ramify.plugins.visualizers.units.Profiles;
import dev.ramify.plugins.visualizers.units.SeenLayer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Shows the samples that units of each branch respond to most. */
public final class TopExamples implements Visualizer<TopExamplesOptions> {

    @Override
    public String id() {
        return "top-examples";
    }

    @Override
    public String summary() {
        return "The images that units of each branch respond to most";
    }

    @Override
    public Class<TopExamplesOptions> options() {
        return TopExamplesOptions.class;
    }

    @Override
    public List<Figure> draw(Findings findings, TopExamplesOptions options) {
        Samples samples = findings.samples();
        if (samples.count() == 0 || samples.thumbnail(0).isEmpty()) {
            return List.of();
        }
        List<Figure> figures = new ArrayList<>();
        for (VariantFindings variant : findings.variants()) {
            if (options.controls() || variant.role() == VariantFindings.Role.STUDIED) {
                variant.runs().stream()
                        .findFirst()
                        .flatMap(run -> SeenLayer.trained(variant, run, options.layer()))
                        .flatMap(seen -> figure(variant, seen, findings, options))
                        .ifPresent(figures::add);
            }
        }
        return figures;
    }

    private Optional<Figure> figure(
            VariantFindings variant,
            SeenLayer seen,
            Findings findings,
            TopExamplesOptions options) {
        ExampleBoard board = new ExampleBoard(seen, findings.samples());
        List<Panel> panels = new ArrayList<>();
        List<TopSamples> all = new ArrayList<>();
        for (int branch = 0; branch < seen.layer().assignment().branches().size(); branch++) {
            List<TopSamples> rows = rows(seen, branch, options);
            if (!rows.isEmpty()) {
                panels.add(board.draw(branch, rows));
                all.addAll(rows);
            }
        }
        if (panels.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Figure(
                        id() + "-" + variant.name(),
                        title(variant, seen, all),
                        panels,
                        Legend.NONE,
                        caption(findings, seen, all),
                        data(seen, findings.samples(), all)));
    }

    /** Take units of a branch evenly from those that vary. */
    private static List<TopSamples> rows(SeenLayer seen, int branch, TopExamplesOptions options) {
        int[] live =
                Arrays.stream(Profiles.of(seen.layer()).units())
                        .filter(unit -> seen.branchOf(unit) == branch)
                        .toArray();
        int count = Math.min(options.units(), live.length);
        List<TopSamples> rows = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            int unit = live[(int) ((long) k * live.length / count)];
            rows.add(
                    TopSamples.of(
                            seen.layer(), seen.recording().labels(), unit, options.examples()));
        }
        return rows;
    }

    private static String title(VariantFindings variant, SeenLayer seen, List<TopSamples> rows) {
        double share = rows.stream().mapToDouble(TopSamples::share).average().orElse(Double.NaN);
        int classes = seen.recording().classes().size();
        return Double.isNaN(share) || classes < 2
                ? "%s: what units of %s respond to most, branch by branch."
                        .formatted(variant.name(), seen.layer().layer())
                : "%s: of the strongest twentieth of what a unit of %s responds to, %s are of one class on average; of %d classes each has %s by chance."
                        .formatted(
                                variant.name(),
                                seen.layer().layer(),
                                Numbers.percent(share),
                                classes,
                                Numbers.percent(1.0 / classes));
    }

    private static Caption caption(Findings findings, SeenLayer seen, List<TopSamples> rows) {
        return new Caption(
                "Each row is a unit, each picture a sample; the one that it responds to most is at the"
                        + " left. Pointing at a picture names the sample and marks the unit in all"
                        + " figures.",
                "The strongest examples show the tip of what a unit responds to, and people see"
                        + " patterns in a handful of pictures. The most frequent class of few samples"
                        + " is more frequent than by chance even for a unit that knows no class.",
                "%s, %s; %s shown, evenly chosen; %s"
                        .formatted(
                                findings.dataset(),
                                Numbers.count(
                                        seen.layer().activations().samples(), "sample", "samples"),
                                Numbers.count(rows.size(), "unit", "units"),
                                seen.title()));
    }

    private static DataTable data(SeenLayer seen, Samples samples, List<TopSamples> rows) {
        List<List<String>> data = new ArrayList<>();
        for (TopSamples row : rows) {
            for (int rank = 0; rank < row.samples().length; rank++) {
                data.add(
                        List.of(
                                seen.network(),
                                seen.layer().layer(),
                                seen.name(seen.branchOf(row.unit())),
                                Integer.toString(row.unit()),
                                Integer.toString(rank + 1),
                                samples.get(row.samples()[rank]).id()));
            }
        }
        return new DataTable(List.of("network", "layer", "branch", "unit", "rank", "sample"), data);
    }
}
