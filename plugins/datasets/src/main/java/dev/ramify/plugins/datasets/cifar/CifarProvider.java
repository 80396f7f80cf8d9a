package dev.ramify.plugins.datasets.cifar;

import dev.ramify.api.architecture.Shape;
import dev.ramify.api.data.Dataset;
import dev.ramify.api.data.DatasetContext;
import dev.ramify.api.data.DatasetProvider;
import dev.ramify.api.data.Download;
import dev.ramify.api.data.Factor;
import dev.ramify.api.random.Seed;
import dev.ramify.plugins.datasets.files.MemoryBudget;
import dev.ramify.plugins.datasets.files.Problems;
import dev.ramify.plugins.datasets.memory.InMemoryDataset;
import dev.ramify.plugins.datasets.memory.Luminance;
import dev.ramify.plugins.datasets.memory.Split;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Opens CIFAR-10 or CIFAR-100: 60,000 colour images of 32x32 in 10 or 100 classes (Krizhevsky,
 * "Learning multiple layers of features from tiny images", 2009).
 *
 * <p>The coarse labels of CIFAR-100 are the factor {@code superclass}.
 */
public final class CifarProvider implements DatasetProvider<CifarOptions> {

    private final CifarLayout layout;

    CifarProvider(CifarLayout layout) {
        this.layout = layout;
    }

    /** Create the provider of CIFAR-10. */
    public static CifarProvider cifar10() {
        return new CifarProvider(PublishedCifar.cifar10());
    }

    /** Create the provider of CIFAR-100. */
    public static CifarProvider cifar100() {
        return new CifarProvider(PublishedCifar.cifar100());
    }

    @Override
    public String id() {
        return layout.id();
    }

    @Override
    public String summary() {
        return "%s: colour photographs of 32x32 in %d classes, from its binary batches or archive"
                .formatted(layout.title(), layout.classes().size());
    }

    @Override
    public Class<CifarOptions> options() {
        return CifarOptions.class;
    }

    @Override
    public List<Download> downloads() {
        return List.of(layout.download());
    }

    @Override
    public Dataset open(CifarOptions options, DatasetContext context) {
        Path given = options.path();
        CifarSource source =
                new CifarLocator(layout).locate(given == null ? context.cache() : given);
        Problems problems = new Problems();
        MemoryBudget budget = MemoryBudget.ofThisJvm();
        if (!budget.holds(layout.totalBytes())) {
            problems.add(budget.problem(source.path(), layout.totalBytes()));
            problems.throwIfAny();
        }
        BatchReader reader = new BatchReader(layout, options.verify(), problems);
        Map<String, String> digests = source.readInto(reader, problems);
        problems.throwIfAny();
        return dataset(reader, options, context.seed().derive(layout.id()), digests);
    }

    private Dataset dataset(
            BatchReader reader, CifarOptions options, Seed seed, Map<String, String> digests) {
        int classes = layout.classes().size();
        Split split =
                new Split(reader.images(layout.train()), reader.images(layout.test()))
                        .withValidation(options.validation(), classes, seed)
                        .limited(options.train(), options.test(), classes, seed);
        if (options.grey()) {
            split = split.map(Luminance::of);
        }
        return new InMemoryDataset(
                new Shape(CifarLayout.CHANNELS, CifarLayout.SIDE, CifarLayout.SIDE),
                layout.classes(),
                layout.superclasses().isEmpty()
                        ? List.of()
                        : List.of(new Factor("superclass", layout.superclasses())),
                split.train(),
                split.test(),
                digests);
    }
}
