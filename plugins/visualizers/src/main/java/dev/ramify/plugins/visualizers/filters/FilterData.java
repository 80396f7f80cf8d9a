package dev.ramify.plugins.visualizers.filters;

import dev.ramify.api.figure.DataTable;
import java.util.ArrayList;
import java.util.List;

/** The numbers behind the filter grid: one row per filter. */
final class FilterData {

    private static final List<String> COLUMNS =
            List.of(
                    "network",
                    "layer",
                    "branch",
                    "unit",
                    "colour_index",
                    "frequency",
                    "norm",
                    "near_zero",
                    "silent");

    private FilterData() {}

    static DataTable of(List<NetworkFilters> networks) {
        List<List<String>> rows = new ArrayList<>();
        for (NetworkFilters network : networks) {
            for (int branch : network.branches()) {
                for (int unit : network.units(branch)) {
                    rows.add(
                            List.of(
                                    network.network(),
                                    network.layer().layer(),
                                    network.layer().assignment().branches().get(branch),
                                    Integer.toString(unit),
                                    text(network.colour().values()[unit]),
                                    text(network.frequency().values()[unit]),
                                    text(network.bank().norms()[unit]),
                                    Boolean.toString(network.bank().isNearZero(unit)),
                                    Boolean.toString(network.silent()[unit])));
                }
            }
        }
        return new DataTable(COLUMNS, rows);
    }

    private static String text(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }
}
