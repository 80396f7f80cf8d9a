package dev.ramify.api.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apiguardian.api.API;

/**
 * One property of every unit of a layer.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface UnitColumn {

    /** Return the name of the property: {@code family}, {@code colour-index} ... */
    String name();

    /** Return the number of units. */
    int size();

    /** Return the value of a unit as text; empty where it has none. */
    String text(int unit);

    /** Return the values of all units as text. */
    default List<String> texts() {
        return IntStream.range(0, size()).mapToObj(this::text).toList();
    }

    /**
     * A property that is a number.
     *
     * @param name of the property
     * @param unit what values are counted in, such as {@code cycles/px}; empty for a bare number
     * @param values one per unit; {@code NaN} where there is none
     */
    record Quantity(String name, String unit, List<Double> values) implements UnitColumn {

        public Quantity {
            values = List.copyOf(values);
        }

        /** Create from values; {@code NaN} where there is none. */
        public static Quantity of(String name, String unit, double... values) {
            List<Double> list = new ArrayList<>(values.length);
            for (double value : values) {
                list.add(value);
            }
            return new Quantity(name, unit, list);
        }

        @Override
        public int size() {
            return values.size();
        }

        @Override
        public String text(int unit) {
            double value = values.get(unit);
            return Double.isNaN(value) ? "" : Double.toString(value);
        }

        /** Return the values as an array. */
        public double[] toArray() {
            return values.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /**
     * A property that is one of several names.
     *
     * @param name of the property
     * @param values one per unit; empty where there is none
     */
    record Category(String name, List<String> values) implements UnitColumn {

        public Category {
            values = List.copyOf(values);
        }

        @Override
        public int size() {
            return values.size();
        }

        @Override
        public String text(int unit) {
            return values.get(unit);
        }
    }
}
