package dev.ramify.plugins.datasets;

import dev.ramify.api.data.DatasetProvider;
import dev.ramify.api.plugin.RamifyPlugin;
import dev.ramify.plugins.datasets.cifar.CifarProvider;
import dev.ramify.plugins.datasets.gratings.GratingsProvider;
import dev.ramify.plugins.datasets.idx.IdxProvider;
import dev.ramify.plugins.datasets.images.ImagesProvider;
import java.util.List;

/** Offers the built-in datasets. */
public final class DatasetsPlugin implements RamifyPlugin {

    @Override
    public String id() {
        return "datasets";
    }

    @Override
    public List<DatasetProvider<?>> datasets() {
        return List.of(
                CifarProvider.cifar10(),
                CifarProvider.cifar100(),
                new GratingsProvider(),
                new IdxProvider(),
                new ImagesProvider());
    }
}
