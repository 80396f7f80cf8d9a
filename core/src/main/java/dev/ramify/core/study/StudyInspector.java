package dev.ramify.core.study;

import dev.ramify.core.network.NetworkReuse;
import dev.ramify.core.pipeline.ResolvedPipeline;
import java.util.List;

/** Tells what of a study is in its run directory already, and changes nothing. */
public interface StudyInspector {

    /**
     * Look at each network, in the order of the plan.
     *
     * @throws dev.ramify.api.data.DataException if data are missing or unsound
     */
    List<NetworkReuse> inspect(ResolvedPipeline pipeline, RunOptions options);
}
