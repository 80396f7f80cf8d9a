package dev.ramify.api.findings;

import dev.ramify.api.metric.ChanceTest;
import dev.ramify.api.metric.Interval;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.Summary;
import dev.ramify.api.metric.TrainingTest;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What one test allows to be said, and how far it reaches. Made by the framework's one rule and
 * shown as it is wherever it is shown; nobody decides again.
 *
 * @param summary what was measured over the networks
 * @param scope how far the claim reaches; {@link Scope#NONE} where nothing may be claimed
 * @param basis the test that p comes from
 * @param p corrected over the questions of the study
 * @param standing whether the question was asked beforehand
 * @param unit what values are counted in, in the singular; empty for a bare number
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Claim(
        Summary summary, Scope scope, Basis basis, double p, Standing standing, String unit) {

    /** The greatest corrected p that supports a claim. */
    public static final double LEVEL = 0.05;

    /** What a p comes from. */
    public enum Basis {
        /** Signs of the gains over seeds; see {@link TrainingTest}. */
        TRAINED_AGAINST_UNTRAINED,
        /** The null in each network; see {@link ChanceTest}. */
        NETWORKS_AGAINST_CHANCE
    }

    /** Whether a question was asked beforehand. */
    public enum Standing {
        /** Among those that the study is made for; no false claim among them but with 5 %. */
        CONFIRMATORY,
        /** Looked at besides; a share of at most 5 % of such claims is false, on average. */
        EXPLORATORY
    }

    /** Return the name of the metric. */
    public String metric() {
        return summary.metric();
    }

    /** Return the name of the layer. */
    public String layer() {
        return summary.layer();
    }

    /** Return what the claim is about. */
    public Subject subject() {
        return summary.subject();
    }

    /** Tell whether anything is claimed. */
    public boolean isMade() {
        return scope != Scope.NONE;
    }

    /** Return the number of networks behind p. */
    public int seeds() {
        TrainingTest training = summary.training();
        return basis == Basis.TRAINED_AGAINST_UNTRAINED && training != null
                ? training.seeds()
                : summary.seeds();
    }

    /** Return the interval of the gain by training, where p is of training and there is one. */
    public @Nullable Interval interval() {
        TrainingTest training = summary.training();
        return basis == Basis.TRAINED_AGAINST_UNTRAINED && training != null
                ? training.interval()
                : null;
    }
}
