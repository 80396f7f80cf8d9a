package dev.ramify.numerics.products;

import dev.ramify.api.recording.Activations;

/** Activations {@code [samples][units]} in memory, without ND4J. */
final class RowActivations implements Activations {

    private final float[][] rows;
    private final int units;

    RowActivations(float[][] rows, int units) {
        this.rows = rows;
        this.units = units;
    }

    @Override
    public int samples() {
        return rows.length;
    }

    @Override
    public int units() {
        return units;
    }

    @Override
    public void read(int from, float[] into) {
        for (int row = 0; row * units < into.length; row++) {
            System.arraycopy(rows[from + row], 0, into, row * units, units);
        }
    }
}
