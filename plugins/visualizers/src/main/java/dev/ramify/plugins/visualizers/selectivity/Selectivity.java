package dev.ramify.plugins.visualizers.selectivity;

import dev.ramify.api.figure.DataTable;
import dev.ramify.api.figure.Figure;
import dev.ramify.api.figure.Panel;
import dev.ramify.api.figure.Ramp;
import dev.ramify.api.figure.Visualizer;
import dev.ramify.api.findings.Findings;
import dev.ramify.api.findings.RunFindings;
import dev.ramify.api.findings.VariantFindings;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.visualizers.units.Dealt;
import dev.ramify.plugins.visualizers.units.Histogram;
import dev.ramify.plugins.visualizers.units.Profiles;
import dev.ramify.plugins.visualizers.units.SeenLayer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Shows what every unit responds to, class by class or factor level by level, grouped by branch,
 * beside the same of shuffled labels, and whether branches differ in it beyond chance.
 */
public final class Selectivity implements Visualizer<SelectivityOptions> {

    private static final int FEWEST_UNITS = 8;

    @Override
    public String id() {
        return "selectivity";
    }

    @Override
    public String summary() {
        return "What every unit responds to, by class or factor and grouped by branch, beside"
                + " shuffled labels";
    }

    @Override
    public Class<SelectivityOptions> options() {
        return SelectivityOptions.class;
    }

    @Override
    public List<Figure> draw(Findings findings, SelectivityOptions options) {
        List<Figure> figures = new ArrayList<>();
        for (VariantFindings variant : findings.variants()) {
            if (options.controls() || variant.role() == VariantFindings.Role.STUDIED) {
                figure(variant, findings, options).ifPresent(figures::add);
            }
        }
        return figures;
    }

    /** What is computed of one network. */
    record Seen(SeenLayer layer, Profiles profiles, Responses.Division division, Dealt dealt) {

        Responses responses() {
            return Responses.of(profiles, division);
        }
    }

    private Optional<Figure> figure(
            VariantFindings variant, Findings findings, SelectivityOptions options) {
        List<Seen> networks = new ArrayList<>();
        for (RunFindings run : variant.runs()) {
            SeenLayer.trained(variant, run, options.layer())
                    .filter(SeenLayer::isDivided)
                    .flatMap(layer -> seen(layer, options))
                    .ifPresent(networks::add);
        }
        return networks.isEmpty()
                ? Optional.empty()
                : Optional.of(figure(variant, findings, networks));
    }

    private static Optional<Seen> seen(SeenLayer layer, SelectivityOptions options) {
        Profiles profiles = Profiles.of(layer.layer());
        if (profiles.units().length < FEWEST_UNITS) {
            return Optional.empty();
        }
        return Responses.Division.of(layer.recording(), options.by())
                .map(
                        division -> {
                            Responses responses = Responses.of(profiles, division);
                            Dealt dealt =
                                    Dealt.of(
                                            live(layer, profiles),
                                            branches -> contrast(responses, branches),
                                            options.permutations(),
                                            new Seed(profiles.units().length)
                                                    .derive("selectivity"));
                            return new Seen(layer, profiles, division, dealt);
                        });
    }

    private static Assignment live(SeenLayer layer, Profiles profiles) {
        return Assignment.of(
                layer.layer().assignment().branches(),
                Arrays.stream(profiles.units()).map(layer::branchOf).toArray());
    }

    /** Root mean square, over groups, of how far branches' mean responses lie from their mean. */
    static double contrast(Responses responses, Assignment branches) {
        int count = branches.branches().size();
        int groups = responses.groups().size();
        double[][] means = new double[count][];
        for (int b = 0; b < count; b++) {
            means[b] = responses.mean(branches.unitsOf(b));
        }
        double squares = 0;
        for (int g = 0; g < groups; g++) {
            int group = g;
            double mean = Arrays.stream(means).mapToDouble(each -> each[group]).average().orElse(0);
            for (double[] each : means) {
                squares += (each[g] - mean) * (each[g] - mean);
            }
        }
        return Math.sqrt(squares / (count * groups));
    }

    private Figure figure(VariantFindings variant, Findings findings, List<Seen> networks) {
        Seen shown = networks.get(0);
        Responses responses = shown.responses();
        Responses shuffled =
                Responses.of(
                        shown.profiles(),
                        shown.division()
                                .shuffled(new Seed(1).derive("shuffled labels").generator()));
        Ramp ramp = Ramp.diverging(0, responses.reach());
        List<Panel> panels =
                List.of(
                        map(shown, responses, responses, ramp).draw(shown.layer().title()),
                        map(shown, shuffled, responses, ramp).draw("The same, labels shuffled"),
                        Histogram.of(
                                "What chance gives",
                                "difference of branches (sd)",
                                shown.dealt(),
                                300,
                                300));
        SelectivityWords words = new SelectivityWords(variant, networks, ramp);
        return new Figure(
                id() + "-" + variant.name(),
                words.title(),
                panels,
                words.legend(),
                words.caption(findings),
                data(shown, responses));
    }

    private static ResponseMap map(Seen shown, Responses values, Responses order, Ramp ramp) {
        return new ResponseMap(shown.layer(), shown.profiles(), values, order, ramp);
    }

    private static DataTable data(Seen shown, Responses responses) {
        List<List<String>> rows = new ArrayList<>();
        for (int k = 0; k < shown.profiles().units().length; k++) {
            int unit = shown.profiles().units()[k];
            List<String> row = new ArrayList<>();
            row.add(shown.layer().network());
            row.add(shown.layer().layer().layer());
            row.add(shown.layer().name(shown.layer().branchOf(unit)));
            row.add(Integer.toString(unit));
            Arrays.stream(responses.values()[k]).mapToObj(Double::toString).forEach(row::add);
            rows.add(row);
        }
        List<String> columns = new ArrayList<>(List.of("network", "layer", "branch", "unit"));
        columns.addAll(responses.groups());
        return new DataTable(columns, rows);
    }
}
