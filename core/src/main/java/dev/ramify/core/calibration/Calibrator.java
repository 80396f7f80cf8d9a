package dev.ramify.core.calibration;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.Measurement.Undefined;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.random.Seed;
import dev.ramify.core.calibration.Calibration.Impossible;
import dev.ramify.core.calibration.Calibration.Rates;
import dev.ramify.core.machine.Workers;
import dev.ramify.core.statistics.BranchKinds;
import dev.ramify.core.statistics.ConfiguredMetric;
import dev.ramify.core.statistics.MetricEvaluator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tries metrics on made data and counts how often they find something.
 *
 * <p>A run's data depend on the scenario, the condition and the number of the run alone: all
 * metrics of a scenario see the same data, and neither their number nor that of threads changes a
 * result. Thread-safe.
 */
public final class Calibrator {

    private static final double LEVEL = .05;

    private final MetricEvaluator evaluator;

    public Calibrator(MetricEvaluator evaluator) {
        this.evaluator = evaluator;
    }

    /**
     * Calibrate metrics, one after another.
     *
     * @throws InterruptedException if the thread is interrupted; runs that are under way are given
     *     up
     */
    public List<Calibration> calibrate(
            List<ConfiguredMetric<?>> metrics, CalibrationPlan plan, CalibrationListener listener)
            throws InterruptedException {
        try (Workers pool = Workers.of(plan.threads())) {
            Progress progress = new Progress(listener, total(metrics, plan));
            List<Calibration> calibrations = new ArrayList<>();
            for (ConfiguredMetric<?> metric : metrics) {
                Calibration calibration = calibrate(metric, plan, pool, progress);
                listener.finished(calibration);
                calibrations.add(calibration);
            }
            return calibrations;
        }
    }

    private static int total(List<ConfiguredMetric<?>> metrics, CalibrationPlan plan) {
        return metrics.stream()
                .flatMap(metric -> Scenario.fitting(metric.profile()).stream())
                .mapToInt(scenario -> scenario.conditions().size() * plan.runs())
                .sum();
    }

    private Calibration calibrate(
            ConfiguredMetric<?> metric, CalibrationPlan plan, Workers pool, Progress progress)
            throws InterruptedException {
        Optional<Scenario> scenario = Scenario.fitting(metric.profile());
        Calibration.Outcome outcome =
                scenario.isEmpty()
                        ? new Impossible(
                                "no scenario has all that it needs: " + metric.profile().needs())
                        : rates(metric, scenario.get(), plan, pool, progress);
        return new Calibration(metric.name(), metric.profile().kind(), outcome);
    }

    private Calibration.Outcome rates(
            ConfiguredMetric<?> metric,
            Scenario scenario,
            CalibrationPlan plan,
            Workers pool,
            Progress progress)
            throws InterruptedException {
        List<RejectionRate> rates = new ArrayList<>();
        for (Condition condition : scenario.conditions()) {
            String status = metric.name() + ", " + condition.label();
            Seed seed = plan.seed().derive(scenario.label()).derive(condition.label());
            Run[] runs = new Run[plan.runs()];
            List<Runnable> tasks = new ArrayList<>();
            for (int each = 0; each < runs.length; each++) {
                int number = each;
                tasks.add(
                        () -> {
                            MetricInput input =
                                    scenario.input(condition, seed.derive("run", number));
                            runs[number] = Run.of(evaluate(metric, input, plan.permutations()));
                            progress.step(status);
                        });
            }
            pool.runAll(tasks);
            rates.add(rate(condition, List.of(runs)));
        }
        return rates.stream().allMatch(rate -> rate.undefined() == rate.runs())
                ? new Impossible("undefined in every run: " + rates.get(0).reason())
                : new Rates(scenario, plan.permutations(), rates);
    }

    private List<Measurement> evaluate(
            ConfiguredMetric<?> metric, MetricInput input, int permutations) {
        return evaluator
                .evaluate(metric, input, BranchKinds.allAlike(), permutations)
                .measurements();
    }

    private static RejectionRate rate(Condition condition, List<Run> runs) {
        return new RejectionRate(
                condition,
                runs.size(),
                (int) runs.stream().filter(Run::rejected).count(),
                (int) runs.stream().filter(run -> !run.defined()).count(),
                runs.stream()
                        .filter(run -> !run.defined())
                        .map(Run::reason)
                        .findFirst()
                        .orElse(""));
    }

    /** What a metric said of one network. */
    private record Run(boolean defined, boolean rejected, String reason) {

        static Run of(List<Measurement> measurements) {
            List<Double> adjusted =
                    measurements.stream()
                            .flatMap(each -> each.defined().stream())
                            .map(Defined::pAdjusted)
                            .filter(Objects::nonNull)
                            .toList();
            String reason =
                    measurements.stream()
                            .map(Measurement::outcome)
                            .filter(Undefined.class::isInstance)
                            .map(outcome -> ((Undefined) outcome).reason())
                            .findFirst()
                            .orElse("it has no null to compare with");
            return new Run(
                    !adjusted.isEmpty(), adjusted.stream().anyMatch(p -> p <= LEVEL), reason);
        }
    }

    /** Counts runs. */
    private static final class Progress {

        private final CalibrationListener listener;
        private final int total;
        private final AtomicInteger done = new AtomicInteger();

        Progress(CalibrationListener listener, int total) {
            this.listener = listener;
            this.total = total;
        }

        void step(String status) {
            listener.progress(done.incrementAndGet() / (double) total, status);
        }
    }
}
