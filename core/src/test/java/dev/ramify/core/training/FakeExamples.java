package dev.ramify.core.training;

import dev.ramify.api.architecture.Shape;
import dev.ramify.api.data.Dataset;
import dev.ramify.api.data.Examples;
import dev.ramify.api.data.Factor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Images given as arrays, of two classes in turn; remembers what was read. */
final class FakeExamples implements Examples, Dataset {

    private final Shape shape;
    private final float[][] images;
    final List<Integer> read = new ArrayList<>();

    FakeExamples(Shape shape, float[]... images) {
        this.shape = shape;
        this.images = images.clone();
    }

    /** Make images of values between -1 and 1 that look random. */
    static FakeExamples of(Shape shape, int count) {
        float[][] images = new float[count][shape.size()];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < shape.size(); j++) {
                images[i][j] = (float) Math.sin(1 + 7.3 * i + 1.7 * j);
            }
        }
        return new FakeExamples(shape, images);
    }

    float[] image(int index) {
        return images[index];
    }

    @Override
    public int size() {
        return images.length;
    }

    @Override
    public int label(int index) {
        return index % 2;
    }

    @Override
    public int level(int index, int factor) {
        return index % 3;
    }

    @Override
    public void read(int index, float[] into, int offset) {
        read.add(index);
        System.arraycopy(images[index], 0, into, offset, images[index].length);
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public List<String> classes() {
        return List.of("even", "odd");
    }

    @Override
    public List<Factor> factors() {
        return List.of(new Factor("rest", List.of("0", "1", "2")));
    }

    @Override
    public Examples train() {
        return this;
    }

    @Override
    public Examples test() {
        return this;
    }

    @Override
    public Map<String, String> digests() {
        return Map.of();
    }

    @Override
    public void close() {}
}
