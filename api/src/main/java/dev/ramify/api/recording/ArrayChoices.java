package dev.ramify.api.recording;

/** Choices held in memory. */
record ArrayChoices(int[] chosen, int perSample, int experts) implements ExpertChoices {

    ArrayChoices {
        if (perSample < 1 || chosen.length % perSample != 0) {
            throw new IllegalArgumentException(
                    "%d choices cannot be divided by %d a sample"
                            .formatted(chosen.length, perSample));
        }
    }

    @Override
    public int samples() {
        return chosen.length / perSample;
    }

    @Override
    public void read(int from, int[] into) {
        System.arraycopy(chosen, from * perSample, into, 0, into.length);
    }
}
