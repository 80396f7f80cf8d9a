package dev.ramify.core.download;

import dev.ramify.api.data.DataException;
import dev.ramify.api.data.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * Fetches files. What was fetched is kept in {@code NAME.part} until size and SHA-256 are right; a
 * broken download is continued where it broke.
 */
public final class Downloader {

    private static final int ATTEMPTS = 4;

    private final Duration patience;
    private final Connector connector;

    /**
     * @param patience how long a server may be silent
     */
    public Downloader(Duration patience) {
        this(patience, address -> address.toURL().openConnection());
    }

    Downloader(Duration patience, Connector connector) {
        this.patience = patience;
        this.connector = connector;
    }

    /**
     * Fetch a file, unless it is there.
     *
     * @return where it is
     * @throws DataException if it cannot be had; says how to get it by other means
     * @throws InterruptedException if interrupted; what was fetched is kept
     */
    public Path fetch(Download download, Path folder, DownloadListener listener)
            throws InterruptedException {
        Path target = target(download, folder);
        if (Files.exists(target)) {
            checkPresent(download, target);
            listener.present(download);
            return target;
        }
        Path part = target.resolveSibling(download.fileName() + ".part");
        try {
            Files.createDirectories(folder);
            fetchPart(download, part, target, listener);
            checkDigest(download, part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new DataException(
                    target.toString(),
                    "the file cannot be written: " + e,
                    "check the folder's permissions and space");
        }
        listener.done(download);
        return target;
    }

    private static Path target(Download download, Path folder) {
        Path name = Path.of(download.fileName());
        if (name.getNameCount() != 1
                || name.isAbsolute()
                || download.fileName().startsWith(".")
                || download.fileName().contains("\\")) {
            throw new DataException(
                    download.fileName(),
                    "the name of a download would leave its folder",
                    "report this to the author of the dataset's plugin");
        }
        return folder.resolve(name);
    }

    private static void checkPresent(Download download, Path target) {
        try {
            long bytes = Files.size(target);
            String found = bytes == download.bytes() ? Digests.sha256(target) : "";
            if (!found.equals(download.sha256())) {
                throw new DataException(
                        target.toString(),
                        bytes == download.bytes()
                                ? "the file has the SHA-256 %s, expected %s"
                                        .formatted(found, download.sha256())
                                : "the file has %,d bytes, expected %,d"
                                        .formatted(bytes, download.bytes()),
                        "remove it, and run the same command again");
            }
        } catch (IOException e) {
            throw new DataException(
                    target.toString(), "the file cannot be read: " + e, "check its permissions");
        }
    }

    private void fetchPart(Download download, Path part, Path target, DownloadListener listener)
            throws IOException, InterruptedException {
        for (int attempt = 1; size(part) < download.bytes(); attempt++) {
            try {
                new Transfer(patience, connector, download, part, listener).run();
                if (size(part) < download.bytes()) {
                    throw new BrokenTransferException(
                            "the connection ended after %,d of %,d bytes"
                                    .formatted(size(part), download.bytes()));
                }
            } catch (BrokenTransferException e) {
                if (attempt == ATTEMPTS || !e.worthRetrying()) {
                    throw new DataException(
                            download.from().toString(), e.reason(), remedy(download, target, part));
                }
                listener.retry(download, e.reason());
                Thread.sleep(250L << attempt);
            }
        }
    }

    private static void checkDigest(Download download, Path part) throws IOException {
        String found = Digests.sha256(part);
        if (!found.equals(download.sha256())) {
            Files.delete(part);
            throw new DataException(
                    download.from().toString(),
                    "what was served has the SHA-256 %s, expected %s; it was removed"
                            .formatted(found, download.sha256()),
                    "try again, or get the file elsewhere");
        }
    }

    private static String remedy(Download download, Path target, Path part) throws IOException {
        String resume =
                size(part) > 0
                        ? "run the same command again to continue after %,d bytes, or "
                                .formatted(size(part))
                        : "";
        return resume
                + "fetch %s by other means and put it at %s (%,d bytes, SHA-256 %s)"
                        .formatted(download.from(), target, download.bytes(), download.sha256());
    }

    private static long size(Path part) throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }
}
