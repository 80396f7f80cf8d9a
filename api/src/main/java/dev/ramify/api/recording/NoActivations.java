package dev.ramify.api.recording;

/** Activations that nobody recorded. */
record NoActivations(int units) implements Activations {

    @Override
    public int samples() {
        return 0;
    }

    @Override
    public void read(int from, float[] into) {
        if (into.length > 0) {
            throw new IndexOutOfBoundsException(
                    "there are no samples, asked for some from " + from);
        }
    }
}
