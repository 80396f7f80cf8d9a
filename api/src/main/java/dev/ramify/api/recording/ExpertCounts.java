package dev.ramify.api.recording;

import java.util.Arrays;
import org.apiguardian.api.API;

/**
 * How often experts were chosen for each group of samples.
 *
 * @param counts {@code [groups][experts]}, in the order of the recording's {@link Groups}
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ExpertCounts(long[][] counts) implements ExpertUse {

    public ExpertCounts {
        int experts = counts.length == 0 ? 0 : counts[0].length;
        for (long[] row : counts) {
            if (row.length != experts || Arrays.stream(row).anyMatch(count -> count < 0)) {
                throw new IllegalArgumentException(
                        "every group needs a count, not negative, of each of %d experts; found %s"
                                .formatted(experts, Arrays.toString(row)));
            }
        }
    }

    @Override
    public int experts() {
        return counts.length == 0 ? 0 : counts[0].length;
    }
}
