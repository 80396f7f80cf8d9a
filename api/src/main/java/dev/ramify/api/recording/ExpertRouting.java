package dev.ramify.api.recording;

import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a router did, now and at the end of training.
 *
 * @param use which experts it chose
 * @param last which it chose for the same samples at the final checkpoint; null where unknown
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ExpertRouting(ExpertUse use, @Nullable ExpertChoices last) {

    public ExpertRouting {
        if (last != null
                && (!(use instanceof ExpertChoices chosen)
                        || chosen.samples() != last.samples()
                        || chosen.experts() != last.experts())) {
            throw new IllegalArgumentException(
                    "final choices need choices of the same samples among the same experts");
        }
    }

    /** Create one whose final checkpoint is not known. */
    public ExpertRouting(ExpertUse use) {
        this(use, null);
    }

    /** Return the choices sample by sample, where they are known. */
    public Optional<ExpertChoices> choices() {
        return use instanceof ExpertChoices chosen ? Optional.of(chosen) : Optional.empty();
    }

    /** Return the choices at the final checkpoint, where they are known. */
    public Optional<ExpertChoices> finalChoices() {
        return Optional.ofNullable(last);
    }
}
