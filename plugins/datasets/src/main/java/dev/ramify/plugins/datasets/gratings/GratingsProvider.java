package dev.ramify.plugins.datasets.gratings;

import dev.ramify.api.architecture.Shape;
import dev.ramify.api.data.Dataset;
import dev.ramify.api.data.DatasetContext;
import dev.ramify.api.data.DatasetProvider;
import dev.ramify.api.data.Examples;
import dev.ramify.api.random.Seed;
import dev.ramify.plugins.datasets.files.MemoryBudget;
import dev.ramify.plugins.datasets.files.Sha256;
import dev.ramify.plugins.datasets.memory.InMemoryDataset;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;

/**
 * Generates images of gratings: in full, coarse and fine ones of brightness, a coarse one of red
 * and green, and a fine one of blue and yellow.
 *
 * <p>The task is made for branch specialization. To tell the class, a network has to compare the
 * orientations of the two brightness gratings, and apart from that those of the two colour
 * gratings: features that compete for units and are needed later for different decisions. Both
 * pairs have the same two frequencies, so that a division by colour is none by frequency.
 *
 * <p>{@code GREY} takes the second decision away, as a control: no second kind of feature, nothing
 * to divide. {@code GREY_BANDS} brings it back without colour: branches that divide there do so by
 * frequency.
 */
public final class GratingsProvider implements DatasetProvider<GratingsOptions> {

    private static final int DIGESTED_IMAGES = 64;

    @Override
    public String id() {
        return "gratings";
    }

    @Override
    public String summary() {
        return "Generated gratings of known colour, frequency and orientation; no download needed";
    }

    @Override
    public Class<GratingsOptions> options() {
        return GratingsOptions.class;
    }

    @Override
    public Dataset open(GratingsOptions options, DatasetContext context) {
        Shape shape = new Shape(3, options.size(), options.size());
        long bytes = (long) Float.BYTES * shape.size() * (options.train() + options.test());
        boolean keep = MemoryBudget.ofThisJvm().holds(bytes);
        Recipe recipe = Recipe.of(options);
        Seed seed = context.seed().derive(id());
        Examples train =
                new GratingImages(recipe, options, options.train(), seed.derive("train"), keep);
        Examples test =
                new GratingImages(recipe, options, options.test(), seed.derive("test"), keep);
        return new InMemoryDataset(
                shape,
                recipe.classes(),
                recipe.factors(),
                train,
                test,
                Map.of("generated images", digest(options, shape, train, test)));
    }

    private static String digest(
            GratingsOptions options, Shape shape, Examples train, Examples test) {
        MessageDigest digest = Sha256.start();
        update(digest, options);
        update(digest, shape, train);
        update(digest, shape, test);
        return Sha256.finish(digest);
    }

    private static void update(MessageDigest digest, GratingsOptions options) {
        double[] parameters = {
            options.size(),
            options.train(),
            options.test(),
            options.noise(),
            options.amplitude(),
            options.coarse(),
            options.fine(),
            options.jitter()
        };
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * parameters.length);
        bytes.asDoubleBuffer().put(parameters);
        digest.update(bytes.array());
        digest.update(options.content().name().getBytes(StandardCharsets.US_ASCII));
    }

    private static void update(MessageDigest digest, Shape shape, Examples examples) {
        float[] image = new float[shape.size()];
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * image.length);
        for (int i = 0; i < Math.min(DIGESTED_IMAGES, examples.size()); i++) {
            examples.read(i, image, 0);
            bytes.asFloatBuffer().put(image);
            digest.update(bytes.array());
        }
    }
}
