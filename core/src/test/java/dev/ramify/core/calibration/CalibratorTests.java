package dev.ramify.core.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.metric.MetricProfile.Need;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.SpecializationMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.option.NoOptions;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Assignment;
import dev.ramify.core.calibration.Calibration.Impossible;
import dev.ramify.core.calibration.Calibration.Rates;
import dev.ramify.core.calibration.Condition.Control;
import dev.ramify.core.calibration.Condition.Planted;
import dev.ramify.core.statistics.ConfiguredMetric;
import dev.ramify.core.statistics.MetricEvaluator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CalibratorTests {

    private static final int RUNS = 20;

    private final Calibrator calibrator = new Calibrator(new MetricEvaluator());
    private final Recorder heard = new Recorder();

    @AfterEach
    void clearInterruption() {
        Thread.interrupted();
    }

    @Test
    void aMetricThatSeesWhatWasPlantedRejectsThatMoreOftenThanNothing() throws Exception {
        Rates rates = (Rates) calibrate(new FollowedFactor(Need.FACTORS), 2).outcome();

        assertThat(rates.scenario()).isEqualTo(Scenario.UNITS);
        assertThat(rates.rates())
                .extracting(RejectionRate::condition)
                .containsExactlyElementsOf(Scenario.UNITS.conditions());
        assertThat(rates.under(Condition.NOTHING_PLANTED).orElseThrow().rate())
                .isLessThanOrEqualTo(.25);
        assertThat(rates.under(new Planted(.8)).orElseThrow().rate()).isEqualTo(1);
        assertThat(rates.under(Control.REDUNDANT).orElseThrow().rate()).isLessThan(.2);
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws Exception {
        assertThat(calibrate(new FollowedFactor(Need.FACTORS), 1))
                .isEqualTo(calibrate(new FollowedFactor(Need.FACTORS), 3));
    }

    @Test
    void aMetricThatNoDataFitIsListedWithTheReason() throws Exception {
        assertThat(calibrate(new FollowedFactor(Need.GATES, Need.LESIONS), 1).outcome())
                .isInstanceOfSatisfying(
                        Impossible.class,
                        none -> assertThat(none.reason()).contains("GATES").contains("LESIONS"));
    }

    @Test
    void aMetricThatIsNeverDefinedSaysWhy() throws Exception {
        // Gates come without factors, which this metric does not say it needs.
        assertThat(calibrate(new FollowedFactor(Need.GATES), 1).outcome())
                .isEqualTo(new Impossible("undefined in every run: no factors"));
    }

    @Test
    void progressEndsAtOneAndEveryMetricIsHeardOf() throws Exception {
        Calibration calibration = calibrate(new FollowedFactor(Need.FACTORS), 2);

        assertThat(heard.done).hasSize(10 * RUNS);
        assertThat(Collections.max(heard.done)).isEqualTo(1);
        assertThat(heard.finished).containsExactly(calibration);
    }

    @Test
    void anInterruptedCalibrationStops() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> calibrate(new FollowedFactor(Need.FACTORS), 1))
                .isInstanceOf(InterruptedException.class);
    }

    private Calibration calibrate(SpecializationMetric<NoOptions> metric, int threads)
            throws InterruptedException {
        return calibrator
                .calibrate(
                        List.of(ConfiguredMetric.of(metric, new NoOptions())),
                        new CalibrationPlan(RUNS, 19, threads, new Seed(1)),
                        heard)
                .get(0);
    }

    /** Counts units whose first, second ... factor moves them most, as their branch's would. */
    private record FollowedFactor(Set<Need> needs) implements SpecializationMetric<NoOptions> {

        FollowedFactor(Need... needs) {
            this(Set.of(needs));
        }

        @Override
        public String id() {
            return "followed-factor";
        }

        @Override
        public String summary() {
            return "Units that follow the factor of their branch's number";
        }

        @Override
        public Class<NoOptions> options() {
            return NoOptions.class;
        }

        @Override
        public MetricProfile profile() {
            return new MetricProfile(
                    Kind.DESCRIPTIVE,
                    needs,
                    NullModel.UNIT_PERMUTATION,
                    Tail.GREATER,
                    "",
                    "unit",
                    "");
        }

        @Override
        public PreparedMetric prepare(MetricInput input, NoOptions options) {
            if (input.recording().factors().isEmpty()) {
                throw new UndefinedMetricException("no factors");
            }
            int[] followed = followed(input);
            return new PreparedMetric() {

                @Override
                public List<Subject> subjects() {
                    return List.of(Subject.layer());
                }

                @Override
                public double[] score(Assignment assignment) {
                    int count = 0;
                    for (int unit = 0; unit < followed.length; unit++) {
                        count += assignment.branchOf(unit) == followed[unit] ? 1 : 0;
                    }
                    return new double[] {count};
                }
            };
        }

        private static int[] followed(MetricInput input) {
            int[] followed = new int[input.layer().assignment().units()];
            for (int unit = 0; unit < followed.length; unit++) {
                float[] values = input.layer().activations().columns(unit)[0];
                double greatest = 0;
                for (int f = 0; f < input.recording().factors().size(); f++) {
                    double sum = 0;
                    for (int sample = 0; sample < values.length; sample++) {
                        sum += input.recording().levels()[f][sample] == 1 ? values[sample] : 0;
                    }
                    if (sum > greatest) {
                        greatest = sum;
                        followed[unit] = f;
                    }
                }
            }
            return followed;
        }
    }

    /** Keeps what it hears. */
    private static final class Recorder implements CalibrationListener {

        private final List<Double> done = Collections.synchronizedList(new ArrayList<>());
        private final List<Calibration> finished = new ArrayList<>();

        @Override
        public void progress(double share, String status) {
            done.add(share);
        }

        @Override
        public void finished(Calibration calibration) {
            finished.add(calibration);
        }
    }
}
