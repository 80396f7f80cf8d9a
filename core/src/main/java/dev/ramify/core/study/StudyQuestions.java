package dev.ramify.core.study;

import dev.ramify.api.findings.VariantFindings.Role;
import dev.ramify.api.findings.Verdict.Reach;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.metric.MetricProfile.Need;
import dev.ramify.core.measure.StudyMetrics;
import dev.ramify.core.pipeline.PlannedVariant;
import dev.ramify.core.pipeline.ResolvedPipeline;
import dev.ramify.core.pipeline.spec.PipelineSpec;
import dev.ramify.core.statistics.Primary;
import dev.ramify.core.statistics.TrainingReach;
import java.util.Optional;

/** The questions that a pipeline asks, known before anything is trained. */
public final class StudyQuestions {

    private StudyQuestions() {}

    /** Return the questions that a study is made for. */
    static Primary primary(PipelineSpec spec) {
        return new Primary(
                spec.primary().stream()
                        .map(each -> new Primary.Question(each.metric(), each.layers()))
                        .toList());
    }

    /**
     * Say what a claim about training takes in a study.
     *
     * @return empty where no question is asked of a variant that is no control
     */
    public static Optional<Reach> reach(ResolvedPipeline pipeline) {
        Primary primary = primary(pipeline.spec());
        StudyMetrics metrics = StudyMetrics.of(pipeline.spec().metrics());
        int questions = 0;
        for (PlannedVariant variant : pipeline.plan().variants()) {
            if (variant.spec().role() == Role.CONTROL) {
                continue;
            }
            for (StudyMetrics.Entry entry : metrics.entries()) {
                questions +=
                        (int)
                                variant.layers().stream()
                                        .filter(layer -> entry.spec().measures(layer))
                                        .filter(layer -> primary.contains(entry.name(), layer))
                                        .filter(layer -> isAsked(entry, variant, layer))
                                        .count();
            }
        }
        return questions == 0
                ? Optional.empty()
                : Optional.of(TrainingReach.of(questions, pipeline.spec().seeds().size()));
    }

    private static boolean isAsked(StudyMetrics.Entry entry, PlannedVariant variant, String layer) {
        MetricProfile profile = entry.metric().profile();
        boolean divided = variant.divisions().of(layer).assignment().branches().size() > 1;
        return profile.kind() == Kind.INFERENTIAL
                && (divided || !profile.needs().contains(Need.BRANCHES));
    }
}
