package dev.ramify.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import dev.ramify.core.download.Downloader;
import dev.ramify.core.pipeline.PipelineLoader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CoreModuleTests {

    @Test
    void everythingIsBoundExplicitly(@TempDir Path folder) {
        HostFolders folders = new HostFolders(List.of(folder), folder);

        Injector injector =
                Guice.createInjector(
                        Stage.PRODUCTION, new CoreModule(folders, new SimpleMeterRegistry()));

        assertThat(injector.getInstance(PipelineLoader.class))
                .isSameAs(injector.getInstance(PipelineLoader.class));
        assertThat(injector.getInstance(Downloader.class)).isNotNull();
    }
}
