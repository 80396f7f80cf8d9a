package dev.ramify.plugins.metrics.family;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.Summary;
import dev.ramify.api.random.Seed;
import dev.ramify.core.calibration.Condition.Planted;
import dev.ramify.core.calibration.Scenario;
import dev.ramify.core.statistics.BranchKinds;
import dev.ramify.core.statistics.Conclusion;
import dev.ramify.core.statistics.ConfiguredMetric;
import dev.ramify.core.statistics.Evaluation;
import dev.ramify.core.statistics.Inference;
import dev.ramify.core.statistics.MetricEvaluator;
import dev.ramify.core.statistics.NetworkEvidence;
import dev.ramify.core.statistics.Primary;
import dev.ramify.core.statistics.SeedSummaries;
import dev.ramify.core.statistics.StudyCorrection;
import dev.ramify.core.statistics.VariantEvidence;
import dev.ramify.core.statistics.VerdictText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The way from activations to the verdict, in studies of three seeds. */
class StudyTests {

    private static final int SEEDS = 3;
    private static final FamilyOptions OPTIONS =
            FamilyOptions.preferring(FamilySource.PREFERRED_FACTOR);
    private static final List<ConfiguredMetric<?>> METRICS =
            List.of(
                    ConfiguredMetric.of(
                            new FamilyInformation(),
                            InformationOptions.of(OPTIONS, AssociationIndex.INFORMATION)),
                    ConfiguredMetric.of(
                            new FamilyConcentration(), ConcentrationOptions.of(OPTIONS, false)));
    private static final Map<String, MetricProfile> PROFILES =
            Map.of(
                    "family-information", new FamilyInformation().profile(),
                    "family-concentration", new FamilyConcentration().profile());

    @Test
    void networksWithoutDivisionOfLabourAreSaidToHaveNone() {
        long claims =
                LongStream.range(0, 100)
                        .filter(study -> verdict(0, study).get(0).contains(": specializes"))
                        .count();
        assertThat(claims).isLessThanOrEqualTo(8);
    }

    @Test
    void plantedDivisionOfLabourIsSaidBranchByBranch() {
        for (long study = 0; study < 3; study++) {
            List<String> verdict = verdict(0.8, study);
            assertThat(verdict.get(0))
                    .as("study %d", study)
                    .startsWith(
                            "conv1: specializes beyond chance in these 3 networks: family-information ")
                    .contains(" of 2 bit (null ");
            // Factors are named after the branch that they were planted in.
            assertThat(verdict.get(1))
                    .startsWith("seed ")
                    .contains("b1 took factor0: ")
                    .contains("b2 took factor1: ")
                    .contains("b3 took factor2: ")
                    .contains("b4 took factor3: ");
        }
    }

    @Test
    void branchesBuiltAlikeAreSummarizedByWhatOneOfThemTook() {
        assertThat(summaries(0.8, 0))
                .extracting(each -> each.subject().toString())
                .contains("layer", "branch=one of b1, b2, b3, b4 family=factor2")
                .noneMatch(subject -> subject.startsWith("branch=b"));
    }

    private static List<Summary> summaries(double alpha, long study) {
        return conclusion(alpha, study).trained();
    }

    private static List<String> verdict(double alpha, long study) {
        return VerdictText.lines(conclusion(alpha, study).verdict());
    }

    private static Conclusion conclusion(double alpha, long study) {
        List<NetworkEvidence> networks = new ArrayList<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            List<Evaluation> evaluations = evaluations(alpha, study * SEEDS + seed);
            networks.add(
                    new NetworkEvidence(
                            seed,
                            evaluations.stream()
                                    .flatMap(each -> each.measurements().stream())
                                    .toList(),
                            evaluations.stream().flatMap(each -> each.nulls().stream()).toList(),
                            List.of()));
        }
        return new Inference(new SeedSummaries(), new StudyCorrection())
                .conclude(
                        List.of(new VariantEvidence("study " + study, false, networks)),
                        PROFILES,
                        Primary.ALL)
                .get(0);
    }

    private static List<Evaluation> evaluations(double alpha, long seed) {
        return METRICS.stream()
                .map(
                        metric ->
                                new MetricEvaluator()
                                        .evaluate(
                                                metric,
                                                Scenario.UNITS.input(
                                                        new Planted(alpha), new Seed(seed)),
                                                BranchKinds.allAlike(),
                                                199))
                .toList();
    }
}
