package dev.ramify.core.testing;

import dev.ramify.api.architecture.Shape;
import dev.ramify.api.data.Dataset;
import dev.ramify.api.data.DatasetContext;
import dev.ramify.api.data.DatasetProvider;
import dev.ramify.api.data.Examples;
import dev.ramify.api.data.Factor;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.option.Option;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Blank images of any size, or such with a pattern of their own. */
final class DotsProvider implements DatasetProvider<DotsProvider.Options> {

    record Options(
            @Option(value = "side in pixels", defaultValue = "16", min = 1, max = 64) int size,
            @Option(value = "number of images", defaultValue = "200", min = 2) int images,
            @Option(value = "without colour", defaultValue = "false") boolean grey,
            @Option(value = "whether factors are known", defaultValue = "true") boolean factors,
            @Option(value = "whether each image has a pattern", defaultValue = "false")
                    boolean pattern,
            @Option(value = "the value of white", defaultValue = "1", min = 0) double white,
            @Option("a folder") @Nullable Path folder) {}

    @Override
    public String id() {
        return "dots";
    }

    @Override
    public String summary() {
        return "Blank images.";
    }

    @Override
    public Class<Options> options() {
        return Options.class;
    }

    @Override
    public Dataset open(Options options, DatasetContext context) {
        if (options.size() == 13) {
            throw new InvalidOptionException("size", "13 brings bad luck");
        }
        if (options.size() == 14) {
            throw new IllegalStateException("out of dots");
        }
        return new Dots(options);
    }

    private record Dots(Options options) implements Dataset {

        @Override
        public Shape shape() {
            return new Shape(options.grey() ? 1 : 3, options.size(), options.size());
        }

        @Override
        public List<String> classes() {
            return List.of("even", "odd");
        }

        @Override
        public List<Factor> factors() {
            return options.factors()
                    ? List.of(new Factor("colour", List.of("red", "green", "blue")))
                    : List.of();
        }

        @Override
        public Examples train() {
            return new Patterns(options.images(), shape().size(), options);
        }

        @Override
        public Examples test() {
            return new Patterns(options.images() / 2, shape().size(), options);
        }

        @Override
        public Map<String, String> digests() {
            return Map.of("dots", "0");
        }

        @Override
        public void close() {}
    }

    private record Patterns(int size, int values, Options options) implements Examples {

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
            for (int i = 0; i < values; i++) {
                double shade = options.pattern() ? (index * 31 + i * 7) % 17 / 16.0 : 0.5;
                into[offset + i] = (float) (shade * options.white());
            }
        }
    }
}
