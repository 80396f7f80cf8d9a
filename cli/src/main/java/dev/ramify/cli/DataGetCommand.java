package dev.ramify.cli;

import dev.ramify.api.data.DatasetProvider;
import dev.ramify.api.data.Download;
import dev.ramify.core.HostFolders;
import dev.ramify.core.download.DownloadListener;
import dev.ramify.core.download.Downloader;
import dev.ramify.core.plugin.ExtensionKind;
import dev.ramify.core.plugin.ExtensionRegistry;
import dev.ramify.core.problem.NearestName;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Downloads a dataset. */
@Command(
        name = "get",
        description =
                "Download the files of a dataset, continuing where an earlier attempt broke, and check their digests.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ${ROOT-COMMAND-NAME} data get cifar10",
            "  ${ROOT-COMMAND-NAME} data get cifar10 --to /data"
        })
final class DataGetCommand implements Callable<Integer> {

    private final Provider<ExtensionRegistry> registry;
    private final Downloader downloader;
    private final HostFolders folders;
    private final Console console;

    @Parameters(paramLabel = "DATASET", description = "Name of the dataset, such as cifar10.")
    private String id = "";

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            description =
                    "Where to put the files, instead of $RAMIFY_DATA or ~/.cache/ramify, where pipelines find them.")
    private @Nullable Path to;

    @Inject
    DataGetCommand(
            Provider<ExtensionRegistry> registry,
            Downloader downloader,
            HostFolders folders,
            Console console) {
        this.registry = registry;
        this.downloader = downloader;
        this.folders = folders;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Download> downloads = provider().downloads();
        if (downloads.isEmpty()) {
            console.say("%s needs no download".formatted(id));
            return ExitCode.OK.code();
        }
        Path folder = to == null ? folders.cache() : to;
        for (Download download : downloads) {
            Path file;
            try (ProgressDisplay display = new ProgressDisplay(console, System::nanoTime)) {
                file = downloader.fetch(download, folder, new Shown(display));
            }
            console.out().println(file);
        }
        return ExitCode.OK.code();
    }

    private DatasetProvider<?> provider() {
        List<String> ids = registry.get().ids(ExtensionKind.DATASET);
        return registry.get()
                .find(ExtensionKind.DATASET, id)
                .map(found -> (DatasetProvider<?>) found.extension())
                .orElseThrow(
                        () ->
                                new CommandException(
                                        ExitCode.USAGE,
                                        "no dataset is named `%s`; %s installed: %s"
                                                .formatted(
                                                        id,
                                                        NearestName.hint(id, ids),
                                                        String.join(", ", ids))));
    }

    /** Shows how a download proceeds. */
    private record Shown(ProgressDisplay display) implements DownloadListener {

        private static final double MEGABYTE = 1e6;

        @Override
        public void present(Download download) {
            display.note("%s is there already, and sound".formatted(download.fileName()));
        }

        @Override
        public void progress(Download download, long bytes) {
            display.update(
                    bytes / (double) download.bytes(),
                    "%s %.1f of %.1f MB"
                            .formatted(
                                    download.fileName(),
                                    bytes / MEGABYTE,
                                    download.bytes() / MEGABYTE));
        }

        @Override
        public void retry(Download download, String reason) {
            display.note("%s; trying again".formatted(reason));
        }

        @Override
        public void done(Download download) {
            display.note("%s has come, and its digest is right".formatted(download.fileName()));
        }
    }
}
