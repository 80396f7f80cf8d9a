package dev.ramify.api.recording;

import java.util.List;
import org.apiguardian.api.API;

/**
 * Groups of samples that are independent of each other, such as documents, prompts or images. The
 * samples of a group, such as tokens, are not: the group is the replicate.
 *
 * @param names of the groups
 * @param of the group of every sample; empty where only counts of groups are known
 * @param classes the class (domain, category) of every group; empty where it is unknown
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Groups(List<String> names, int[] of, int[] classes) {

    public Groups {
        names = List.copyOf(names);
        for (int group : of) {
            if (group < 0 || group >= names.size()) {
                throw new IllegalArgumentException(
                        "a sample is in group %d of %d".formatted(group, names.size()));
            }
        }
        if (classes.length != 0 && classes.length != names.size()) {
            throw new IllegalArgumentException(
                    "%d groups have %d classes".formatted(names.size(), classes.length));
        }
    }

    /** Return the number of groups. */
    public int count() {
        return names.size();
    }

    /** Return the same groups with other names and classes. */
    public Groups relabelled(List<String> otherNames, int[] otherClasses) {
        return new Groups(otherNames, of, otherClasses);
    }
}
