package dev.ramify.api.metric;

import java.util.List;
import org.apiguardian.api.API;

/**
 * One property of every unit of a layer.
 *
 * @param name of the property: {@code family}, {@code colour-index} ...
 * @param values one per unit: a text or a number as text
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record UnitColumn(String name, List<String> values) {

    public UnitColumn {
        values = List.copyOf(values);
    }
}
