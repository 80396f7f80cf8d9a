package dev.ramify.api.recording;

import org.apiguardian.api.API;

/**
 * Which experts of a layer its router sent samples to: sample by sample, or counted by groups of
 * samples.
 *
 * <p>Safe for use by several threads.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface ExpertUse permits ExpertChoices, ExpertCounts {

    /** Return the number of experts, used or not. */
    int experts();
}
