package dev.ramify.cli;

import dev.ramify.core.calibration.Acceptance;
import dev.ramify.core.calibration.Calibration;
import dev.ramify.core.calibration.Calibration.Impossible;
import dev.ramify.core.calibration.Calibration.Rates;
import dev.ramify.core.calibration.CalibrationPlan;
import dev.ramify.core.calibration.Condition;
import dev.ramify.core.calibration.RejectionRate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Describes calibrations for programs. */
final class CalibrationJson {

    private CalibrationJson() {}

    static Map<String, Object> describe(CalibrationPlan plan, List<Calibration> calibrations) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("runs", plan.runs());
        content.put("permutations", plan.permutations());
        content.put("seed", plan.seed().value());
        content.put("metrics", calibrations.stream().map(CalibrationJson::describe).toList());
        return content;
    }

    private static Map<String, Object> describe(Calibration calibration) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("metric", calibration.metric());
        content.put("kind", lower(calibration.kind()));
        Acceptance acceptance = Acceptance.of(calibration);
        content.put("verdict", lower(acceptance.verdict()));
        content.put("shortfalls", acceptance.shortfalls());
        if (calibration.outcome() instanceof Rates rates) {
            content.put("scenario", rates.scenario().label());
            content.put("statedAlpha", rates.scenario().statedAlpha());
            content.put("rates", rates.rates().stream().map(CalibrationJson::describe).toList());
        } else if (calibration.outcome() instanceof Impossible impossible) {
            content.put("reason", impossible.reason());
        }
        return content;
    }

    private static Map<String, Object> describe(RejectionRate rate) {
        Map<String, Object> content = new LinkedHashMap<>();
        boolean planted = rate.condition() instanceof Condition.Planted;
        content.put("condition", planted ? "planted" : rate.condition().label());
        if (rate.condition() instanceof Condition.Planted condition) {
            content.put("alpha", condition.alpha());
        }
        content.put("runs", rate.runs());
        content.put("rejected", rate.rejected());
        content.put("undefined", rate.undefined());
        content.put("rate", rate.rate());
        if (!rate.reason().isEmpty()) {
            content.put("reason", rate.reason());
        }
        return content;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
