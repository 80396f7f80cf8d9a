package dev.ramify.api.data;

import java.util.List;
import org.apiguardian.api.API;

/**
 * Something that varies between images and is known: colour, orientation ...
 *
 * @param name for people and files
 * @param levels what it can be, at least two
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Factor(String name, List<String> levels) {

    public Factor {
        levels = List.copyOf(levels);
        if (levels.size() < 2) {
            throw new IllegalArgumentException(
                    "factor '%s' needs at least two levels, found %s".formatted(name, levels));
        }
    }
}
