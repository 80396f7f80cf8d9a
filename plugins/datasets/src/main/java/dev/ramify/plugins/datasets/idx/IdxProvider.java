package dev.ramify.plugins.datasets.idx;

import dev.ramify.api.architecture.Shape;
import dev.ramify.api.data.Dataset;
import dev.ramify.api.data.DatasetContext;
import dev.ramify.api.data.DatasetProvider;
import dev.ramify.api.data.Download;
import dev.ramify.api.random.Seed;
import dev.ramify.plugins.datasets.files.MemoryBudget;
import dev.ramify.plugins.datasets.memory.InMemoryDataset;
import dev.ramify.plugins.datasets.memory.Split;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Opens grey images and labels in IDX files, the format of <a
 * href="http://yann.lecun.com/exdb/mnist/">MNIST</a> and its successors.
 */
public final class IdxProvider implements DatasetProvider<IdxOptions> {

    private final MemoryBudget budget;

    public IdxProvider() {
        this(MemoryBudget.ofThisJvm());
    }

    IdxProvider(MemoryBudget budget) {
        this.budget = budget;
    }

    @Override
    public String id() {
        return "idx";
    }

    @Override
    public String summary() {
        return "Grey images and labels in IDX files, such as MNIST and Fashion-MNIST";
    }

    @Override
    public Class<IdxOptions> options() {
        return IdxOptions.class;
    }

    /** List the files of Fashion-MNIST, which may be shared freely. */
    @Override
    public List<Download> downloads() {
        return FashionMnist.downloads();
    }

    @Override
    public Dataset open(IdxOptions options, DatasetContext context) {
        Path given = options.path();
        IdxFiles files = IdxFiles.read(options, given == null ? context.cache() : given, budget);
        List<String> classes = classes(options, files);
        Seed seed = context.seed().derive(id());
        Split split =
                files.split()
                        .withValidation(options.validation(), classes.size(), seed)
                        .limited(options.train(), options.test(), classes.size(), seed);
        IdxHeader image = files.trainImages().header();
        return new InMemoryDataset(
                new Shape(1, image.rows(), image.columns()),
                classes,
                List.of(),
                split.train(),
                split.test(),
                files.digests());
    }

    private static List<String> classes(IdxOptions options, IdxFiles files) {
        if (!options.classes().isEmpty()) {
            return options.classes();
        }
        if (FashionMnist.isRecognised(files.trainLabels())) {
            return FashionMnist.CLASSES;
        }
        return IntStream.rangeClosed(0, files.trainLabels().highest())
                .mapToObj(Integer::toString)
                .toList();
    }
}
