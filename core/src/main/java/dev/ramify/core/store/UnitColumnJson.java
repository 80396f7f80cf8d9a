package dev.ramify.core.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.api.metric.UnitColumn.Category;
import dev.ramify.api.metric.UnitColumn.Quantity;
import java.util.ArrayList;
import java.util.List;

/** Properties of units as JSON: numbers as numbers, null where a unit has none. */
final class UnitColumnJson {

    private UnitColumnJson() {}

    static ObjectNode of(UnitColumn column) {
        ObjectNode node = Json.object();
        if (column instanceof Quantity quantity) {
            node.put("unit", quantity.unit());
            ArrayNode values = node.putArray("numbers");
            for (double value : quantity.values()) {
                if (Double.isFinite(value)) {
                    values.add(value);
                } else {
                    values.addNull();
                }
            }
        } else if (column instanceof Category category) {
            node.set("names", Json.tree(category.values()));
        }
        return node;
    }

    static UnitColumn read(String name, JsonNode node) {
        if (node.has("names")) {
            List<String> names = new ArrayList<>();
            node.path("names").forEach(value -> names.add(value.asText()));
            return new Category(name, names);
        }
        List<Double> numbers = new ArrayList<>();
        node.path("numbers")
                .forEach(value -> numbers.add(value.isNumber() ? value.doubleValue() : Double.NaN));
        return new Quantity(name, node.path("unit").asText(), numbers);
    }
}
