package dev.ramify.api.findings;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Subject;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What follows from what was measured of one variant, or of one recording.
 *
 * @param outcome in one word
 * @param networks number of networks it rests on
 * @param answers one per layer that was looked at, in the order of the networks
 * @param untrained the furthest-reaching claim that the networks allow before training, or what
 *     comes closest to one; null where nothing was tested before training
 * @param gaps what could not be asked, why, and how it can be
 * @param reach what a claim about training takes; null where no question can be asked
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Verdict(
        Outcome outcome,
        int networks,
        List<Answer> answers,
        @Nullable Claim untrained,
        List<Gap> gaps,
        @Nullable Reach reach) {

    public Verdict {
        answers = List.copyOf(answers);
        gaps = List.copyOf(gaps);
    }

    /** The verdict in one word. */
    public enum Outcome {
        /** At least one claim is made. */
        BEYOND_CHANCE,
        /** Questions were asked, and none allows a claim. */
        NOT_BEYOND_CHANCE,
        /** No question could be asked, as with a single branch. */
        NOT_TESTED,
        /** Values stand beside chance, but none may carry a claim. */
        DESCRIBED,
        /** No network was finished. */
        FAILED
    }

    /**
     * What is said of one layer.
     *
     * @param layer its name
     * @param claims that are made, the layer as a whole first, then by p
     * @param closest what comes closest to a claim where none is made; null where nothing was
     *     tested
     * @param roles what single branches became in single networks, where that is significant by
     *     itself and the layer allows a claim
     */
    public record Answer(
            String layer, List<Claim> claims, @Nullable Claim closest, List<Role> roles) {

        public Answer {
            claims = List.copyOf(claims);
            roles = List.copyOf(roles);
        }

        /** Tell whether anything was asked of the layer. */
        public boolean isTested() {
            return !claims.isEmpty() || closest != null;
        }
    }

    /**
     * What the branches of one network became.
     *
     * @param seed of the network
     * @param branches the most significant measurement of each branch, the clearest branch first
     */
    public record Role(long seed, List<Measurement> branches) {

        public Role {
            branches = List.copyOf(branches);
        }
    }

    /**
     * Something that could not be asked.
     *
     * @param metric name of the metric
     * @param layer name of the layer
     * @param subject what it would have been about
     * @param reason what is missing or degenerate
     * @param networks in how many networks it is so
     */
    public record Gap(String metric, String layer, Subject subject, String reason, int networks) {}

    /**
     * What a claim about training takes.
     *
     * @param questions the number of questions over which p is corrected
     * @param seeds the fewest seeds with which one of them can be answered with yes
     * @param found the number of seeds that there are
     */
    public record Reach(int questions, int seeds, int found) {

        /** Tell whether there are too few seeds for any claim about training. */
        public boolean isTooFew() {
            return found < seeds;
        }
    }

    /** Return all claims that are made, in the order of the layers. */
    public List<Claim> claims() {
        return answers.stream().flatMap(answer -> answer.claims().stream()).toList();
    }
}
