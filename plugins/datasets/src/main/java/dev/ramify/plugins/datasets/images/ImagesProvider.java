package dev.ramify.plugins.datasets.images;

import dev.ramify.api.architecture.Shape;
import dev.ramify.api.data.Dataset;
import dev.ramify.api.data.DatasetContext;
import dev.ramify.api.data.DatasetProvider;
import dev.ramify.api.random.Seed;
import dev.ramify.plugins.datasets.files.MemoryBudget;
import dev.ramify.plugins.datasets.files.Problems;
import dev.ramify.plugins.datasets.memory.ByteImages;
import dev.ramify.plugins.datasets.memory.InMemoryDataset;
import dev.ramify.plugins.datasets.memory.Luminance;
import dev.ramify.plugins.datasets.memory.Split;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens folders of PNG and JPEG images, one folder per class, brought to one size.
 *
 * <p>Images are three channels, also where they are grey. What is no image, or hidden by a dot, is
 * counted in the dataset's notes.
 */
public final class ImagesProvider implements DatasetProvider<ImagesOptions> {

    private final MemoryBudget budget;

    public ImagesProvider() {
        this(MemoryBudget.ofThisJvm());
    }

    ImagesProvider(MemoryBudget budget) {
        this.budget = budget;
    }

    @Override
    public String id() {
        return "images";
    }

    @Override
    public String summary() {
        return "Your own PNG and JPEG images: a folder per class, brought to one size";
    }

    @Override
    public Class<ImagesOptions> options() {
        return ImagesOptions.class;
    }

    @Override
    public Dataset open(ImagesOptions options, DatasetContext context) {
        Problems problems = new Problems();
        ImageTree tree = ImageTree.scan(options, problems);
        problems.throwIfAny();

        Map<String, String> digests = new LinkedHashMap<>();
        ImageLoader loader = new ImageLoader(options, budget);
        ByteImages train = loader.load(tree.train(), digests, problems);
        Optional<ByteImages> test =
                tree.test().map(folder -> loader.load(folder, digests, problems));
        problems.throwIfAny();

        List<String> classes = tree.train().classes();
        Split split = split(train, test, options, classes.size(), context.seed().derive(id()));
        split.requireTest(options.path());
        return new InMemoryDataset(
                new Shape(3, options.size(), options.size()),
                classes,
                List.of(),
                split.train(),
                split.test(),
                digests,
                tree.notes());
    }

    private static Split split(
            ByteImages train,
            Optional<ByteImages> test,
            ImagesOptions options,
            int classes,
            Seed seed) {
        Split whole =
                test.map(held -> new Split(train, held))
                        .orElseGet(() -> Split.of(train, classes, options.testFraction(), seed));
        Split limited = whole.limited(options.train(), options.test(), classes, seed);
        return options.grey() ? limited.map(Luminance::of) : limited;
    }
}
