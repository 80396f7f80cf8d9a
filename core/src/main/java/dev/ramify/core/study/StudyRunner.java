package dev.ramify.core.study;

import dev.ramify.core.pipeline.ResolvedPipeline;

/** Runs a planned study: trains, records, measures, draws and writes its run directory. */
public interface StudyRunner {

    /**
     * Run a study, or continue it where an earlier run of the same pipeline ended.
     *
     * @param pipeline what to do
     * @param options how to do it
     * @param listener learns how it proceeds
     * @throws dev.ramify.api.data.DataException if data are missing or unsound
     * @throws InterruptedException if interrupted; what was finished is kept
     */
    StudyOutcome run(ResolvedPipeline pipeline, RunOptions options, StudyListener listener)
            throws InterruptedException;
}
