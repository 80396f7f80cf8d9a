package dev.ramify.plugins.visualizers.fakes;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.BranchInput;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.GlobalAveragePooling;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.findings.Claim;
import dev.ramify.api.findings.Claim.Basis;
import dev.ramify.api.findings.Claim.Standing;
import dev.ramify.api.findings.Comparisons;
import dev.ramify.api.findings.EpochFindings;
import dev.ramify.api.findings.Findings;
import dev.ramify.api.findings.RunFindings;
import dev.ramify.api.findings.Scope;
import dev.ramify.api.findings.VariantFindings;
import dev.ramify.api.findings.VariantFindings.Role;
import dev.ramify.api.findings.Verdict;
import dev.ramify.api.findings.Verdict.Answer;
import dev.ramify.api.findings.Verdict.Outcome;
import dev.ramify.api.findings.Verdict.Reach;
import dev.ramify.api.metric.ChanceTest;
import dev.ramify.api.metric.Interval;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.NullSummary;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.Summary;
import dev.ramify.api.metric.TrainingTest;
import dev.ramify.api.metric.TrainingTest.Scale;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Activations;
import dev.ramify.api.recording.Assignment;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.factory.Nd4j;

/** Builds a study of networks whose division of labour is as strong as asked. */
public final class FakeStudy {

    public static final int UNITS = 32;
    public static final int EPOCHS = 12;
    private static final String LAYER = "conv1";
    private static final Subject COLOUR = Subject.layer().and(Subject.PROPERTY, "colour-index");
    private static final Subject FREQUENCY = Subject.layer().and(Subject.PROPERTY, "frequency");

    private final Seed seed;
    private final List<VariantFindings> variants = new ArrayList<>();
    private int seeds = 5;

    public FakeStudy(long seed) {
        this.seed = new Seed(seed);
    }

    public FakeStudy seeds(int number) {
        seeds = number;
        return this;
    }

    /**
     * Add a variant.
     *
     * @param branches its number of branches
     * @param division from 0, none, to 1, complete
     */
    public FakeStudy variant(String name, Role role, int branches, double division) {
        return variant(name, role, branches, division, 0.01);
    }

    /** Add a variant whose untrained networks have a given corrected p. */
    public FakeStudy variant(
            String name, Role role, int branches, double division, double untrainedDivision) {
        RandomGenerator random = seed.derive(name).generator();
        List<RunFindings> runs = new ArrayList<>();
        for (int s = 1; s <= seeds; s++) {
            runs.add(run(name, s, branches, division));
        }
        List<Summary> trained = new ArrayList<>();
        List<Summary> untrained = new ArrayList<>();
        if (branches > 1) {
            summaries(division, random, trained);
            summaries(untrainedDivision, random, untrained);
        }
        variants.add(
                new VariantFindings(
                        name,
                        role,
                        architecture(name, branches),
                        verdict(trained, untrained),
                        trained,
                        untrained,
                        Comparisons.NONE,
                        runs));
        return this;
    }

    public Findings findings() {
        List<VariantFindings> all = List.copyOf(variants);
        return new Findings() {
            @Override
            public String study() {
                return "colour and frequency on gratings";
            }

            @Override
            public String dataset() {
                return "gratings, 32 x 32, noise .2";
            }

            @Override
            public Shape imageShape() {
                return new Shape(3, 32, 32);
            }

            @Override
            public List<VariantFindings> variants() {
                return all;
            }
        };
    }

    private void summaries(double division, RandomGenerator random, List<Summary> into) {
        into.add(summary("family-information", Subject.layer(), division * .95, .08, 1, random));
        into.add(summary("filter-statistics", COLOUR, division, .5, 1, random));
        into.add(summary("filter-statistics", FREQUENCY, division * .7, .5, 1, random));
    }

    private Summary summary(
            String metric,
            Subject subject,
            double division,
            double chance,
            double ceiling,
            RandomGenerator random) {
        List<Double> effects = new ArrayList<>();
        for (int s = 0; s < seeds; s++) {
            effects.add(division * .62 + .02 * random.nextGaussian());
        }
        double effect = effects.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double p = division > .3 ? 4e-4 : .2 + .6 * random.nextDouble();
        return new Summary(
                metric,
                LAYER,
                subject,
                seeds,
                chance + effect * (ceiling - chance),
                chance,
                1.0,
                effects,
                new ChanceTest(
                        NullModel.UNIT_PERMUTATION,
                        false,
                        p,
                        Math.min(1, p * 1.5),
                        division > .3 ? seeds : 0),
                training(effects, division > .3));
    }

    private static TrainingTest training(List<Double> gains, boolean all) {
        double floor = Math.pow(2, -gains.size());
        double p = all ? floor : .5;
        double gain = gains.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        Interval interval =
                gains.size() < 5
                        ? null
                        : new Interval(Collections.min(gains), Collections.max(gains), .9);
        return new TrainingTest(Scale.EFFECT, gains, gain, interval, p, floor, p);
    }

    /** Claim by the rule of the framework: of training if that is significant, else of networks. */
    private Verdict verdict(List<Summary> trained, List<Summary> untrained) {
        if (trained.isEmpty()) {
            return new Verdict(Outcome.NOT_TESTED, seeds, List.of(), null, List.of(), null);
        }
        List<Claim> claims = trained.stream().map(FakeStudy::claim).toList();
        List<Claim> made = claims.stream().filter(Claim::isMade).toList();
        Claim closest = claims.stream().min(Comparator.comparingDouble(Claim::p)).orElseThrow();
        return new Verdict(
                made.isEmpty() ? Outcome.NOT_BEYOND_CHANCE : Outcome.BEYOND_CHANCE,
                seeds,
                List.of(new Answer(LAYER, made, made.isEmpty() ? closest : null, List.of())),
                untrained.stream()
                        .map(each -> claim(each.with(each.chance(), null)))
                        .min(Comparator.comparingDouble(Claim::p))
                        .orElseThrow(),
                List.of(),
                new Reach(1, 5, seeds));
    }

    private static Claim claim(Summary summary) {
        TrainingTest training = summary.training();
        ChanceTest chance = summary.chance();
        boolean trained = training != null && training.pAdjusted() <= Claim.LEVEL;
        Scope scope =
                trained
                        ? Scope.TRAINING
                        : chance.pAdjusted() <= Claim.LEVEL ? Scope.THESE_NETWORKS : Scope.NONE;
        return new Claim(
                summary,
                scope,
                trained ? Basis.TRAINED_AGAINST_UNTRAINED : Basis.NETWORKS_AGAINST_CHANCE,
                trained ? training.pAdjusted() : chance.pAdjusted(),
                Standing.CONFIRMATORY,
                "");
    }

    private RunFindings run(String variant, int number, int branches, double division) {
        RandomGenerator random = seed.derive(variant, number).generator();
        int[] branchOf = new int[UNITS];
        for (int unit = 0; unit < UNITS; unit++) {
            branchOf[unit] = unit * branches / UNITS;
        }
        FakeFilters trained = new FakeFilters(UNITS, random);
        FakeFilters noise = new FakeFilters(UNITS, random);
        List<String> families = new ArrayList<>();
        for (int unit = 0; unit < UNITS; unit++) {
            boolean colourBranch = branchOf[unit] % 2 == 1;
            boolean colour =
                    random.nextDouble() < (colourBranch ? .5 + division / 2 : .5 - division / 2);
            families.add(colour ? "colour" : "grey");
            noise.noise(unit, .3);
            if (unit == 5) {
                trained.noise(unit, .002);
            } else if (colour) {
                trained.blob(unit, .5 + .5 * random.nextDouble()).noise(unit, .06);
            } else {
                trained.grating(
                                unit,
                                .08 + .24 * random.nextDouble(),
                                .6 + .4 * random.nextDouble())
                        .noise(unit, .06);
            }
        }
        List<String> names = new ArrayList<>();
        for (int b = 1; b <= branches; b++) {
            names.add(branches == 1 ? "" : "b" + b);
        }
        Assignment assignment = Assignment.of(names, branchOf);
        return new FakeRun(
                number,
                epochs(division, branches, random),
                branches > 1 ? measurements(names, division) : List.of(),
                List.of(),
                Map.of(LAYER, List.of(new UnitColumn.Category("family", families))),
                recording(assignment, trained),
                Optional.of(recording(assignment, noise)));
    }

    private static List<Measurement> measurements(List<String> names, double division) {
        List<Measurement> measurements = new ArrayList<>();
        for (int b = 0; b < names.size(); b++) {
            int size = UNITS / names.size();
            double p = division > .3 ? 3e-5 : .4;
            long found = Math.round(size * (.5 + division / 2));
            measurements.add(
                    new Measurement(
                            "family-concentration",
                            LAYER,
                            Subject.branch(names.get(b))
                                    .and("family", b % 2 == 0 ? "grey" : "colour"),
                            new Measurement.Defined(
                                    found,
                                    new NullSummary(
                                            NullModel.UNIT_PERMUTATION, size / 2.0, 1.4, 9999),
                                    3.1,
                                    p / 4,
                                    p,
                                    true,
                                    .8,
                                    "%d of its %d units, of 16 in the layer"
                                            .formatted(found, size))));
        }
        return measurements;
    }

    private static List<EpochFindings> epochs(
            double division, int branches, RandomGenerator random) {
        List<EpochFindings> epochs = new ArrayList<>();
        double talent = .8 + .03 * random.nextGaussian();
        double drive = division * (.85 + .15 * random.nextDouble());
        for (int epoch = 0; epoch <= EPOCHS; epoch++) {
            double learned = 1 - Math.exp(-epoch / 3.2);
            double accuracy = .125 + (talent - .125) * learned + .008 * random.nextGaussian();
            double loss = 2.08 - 1.5 * learned + .03 * random.nextGaussian();
            double value =
                    .08 + drive * .6 / (1 + Math.exp(-(epoch - 4.5))) + .02 * random.nextGaussian();
            List<Measurement> tracked = new ArrayList<>();
            if (branches > 1) {
                tracked.add(
                        new Measurement(
                                "family-information",
                                LAYER,
                                Subject.layer(),
                                new Measurement.Defined(
                                        value,
                                        new NullSummary(NullModel.UNIT_PERMUTATION, .08, .045, 999),
                                        (value - .08) / .045,
                                        value > .18 ? .001 : .4,
                                        value > .18 ? .002 : .4,
                                        false,
                                        value,
                                        "")));
            }
            epochs.add(
                    new EpochFindings(
                            epoch,
                            epoch == 0 ? Double.NaN : loss - .1,
                            epoch == 0 ? Double.NaN : accuracy + .02,
                            loss,
                            accuracy,
                            tracked));
        }
        return epochs;
    }

    private static Recording recording(Assignment assignment, FakeFilters filters) {
        LayerRecording layer =
                new LayerRecording(
                        LAYER, assignment, Activations.of(Nd4j.ones(4, UNITS)), filters.array());
        return new Recording(
                List.of(layer),
                List.of("a", "b"),
                new int[] {0, 1, 0, 1},
                List.of(),
                new int[0][],
                new double[] {1, 1, 1});
    }

    private static Architecture architecture(String name, int branches) {
        List<Branch> parts = new ArrayList<>();
        for (int b = 1; b <= branches; b++) {
            parts.add(
                    new Branch(
                            "b" + b,
                            List.of(
                                    Convolution.same(LAYER, UNITS / branches, FakeFilters.SIDE),
                                    Activation.relu("relu1"))));
        }
        return new Architecture(
                name,
                new Shape(3, 32, 32),
                List.of(
                        new Branches("columns", parts, Merge.CONCAT, BranchInput.SHARED),
                        new GlobalAveragePooling("pool"),
                        new Dense("logits", 8, true)));
    }
}
