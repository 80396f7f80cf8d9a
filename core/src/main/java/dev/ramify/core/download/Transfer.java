package dev.ramify.core.download;

import dev.ramify.api.data.Download;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** One attempt at a download, which continues what an earlier one left. */
final class Transfer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client;
    private final Download download;
    private final Path part;
    private final DownloadListener listener;

    Transfer(HttpClient client, Download download, Path part, DownloadListener listener) {
        this.client = client;
        this.download = download;
        this.part = part;
        this.listener = listener;
    }

    void run() throws IOException, BrokenTransferException, InterruptedException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(download.from()).timeout(PATIENCE).GET();
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
        }
        HttpResponse<InputStream> response;
        try {
            response = client.send(request.build(), BodyHandlers.ofInputStream());
        } catch (ConnectException | UnresolvedAddressException e) {
            throw new BrokenTransferException("the server cannot be reached", false);
        } catch (IOException e) {
            throw new BrokenTransferException("the server cannot be reached: " + e.getMessage());
        }
        try (InputStream in = response.body()) {
            switch (response.statusCode()) {
                case 200 -> copy(in, 0);
                case 206 -> copy(in, continuation(response, have));
                case 416 -> {
                    Files.delete(part);
                    throw new BrokenTransferException("the server has a shorter file");
                }
                default ->
                        throw new BrokenTransferException(
                                "the server answered with status " + response.statusCode(),
                                response.statusCode() >= 500);
            }
        }
    }

    private static long continuation(HttpResponse<?> response, long have)
            throws BrokenTransferException {
        String range = response.headers().firstValue("Content-Range").orElse("");
        if (!range.startsWith("bytes " + have + "-")) {
            throw new BrokenTransferException(
                    "the server sent the part `%s`, asked for was byte %d".formatted(range, have),
                    false);
        }
        return have;
    }

    private void copy(InputStream in, long from) throws IOException, BrokenTransferException {
        byte[] buffer = new byte[1 << 16];
        long bytes = from;
        try (OutputStream out =
                Files.newOutputStream(
                        part,
                        StandardOpenOption.CREATE,
                        from == 0
                                ? StandardOpenOption.TRUNCATE_EXISTING
                                : StandardOpenOption.APPEND,
                        StandardOpenOption.WRITE)) {
            for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
                bytes += read;
                if (bytes > download.bytes()) {
                    throw new BrokenTransferException(
                            "the server sends more than the expected %,d bytes"
                                    .formatted(download.bytes()),
                            false);
                }
                out.write(buffer, 0, read);
                listener.progress(download, bytes);
            }
        } catch (BrokenTransferException e) {
            if (!e.worthRetrying()) {
                Files.deleteIfExists(part);
            }
            throw e;
        }
    }

    /** Tell a broken connection, which is worth another attempt, from a full disk. */
    private static int read(InputStream in, byte[] buffer) throws BrokenTransferException {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw new BrokenTransferException("the connection broke: " + e.getMessage());
        }
    }
}
