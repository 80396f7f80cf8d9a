package dev.ramify.api.findings;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.metric.Summary;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What was found of one variant.
 *
 * @param name of the variant
 * @param role whether it is studied for itself or as a control
 * @param architecture the branched network
 * @param verdict what follows from the statistics
 * @param summaries metrics over seeds, of the trained networks
 * @param untrainedSummaries metrics over seeds, of the same networks before training
 * @param comparisons of its networks with each other
 * @param runs one per seed that was finished
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record VariantFindings(
        String name,
        Role role,
        Architecture architecture,
        Verdict verdict,
        List<Summary> summaries,
        List<Summary> untrainedSummaries,
        Comparisons comparisons,
        List<RunFindings> runs) {

    public VariantFindings {
        summaries = List.copyOf(summaries);
        untrainedSummaries = List.copyOf(untrainedSummaries);
        runs = List.copyOf(runs);
    }

    /** Why a variant is in the study. */
    public enum Role {
        /** For itself. */
        STUDIED,
        /** To show what the metrics give where no specialization is expected. */
        CONTROL
    }
}
