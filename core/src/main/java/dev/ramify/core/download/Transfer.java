package dev.ramify.core.download;

import dev.ramify.api.data.Download;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** One attempt at a download, which continues what an earlier one left. */
final class Transfer {

    private final Duration patience;
    private final Connector connector;
    private final Download download;
    private final Path part;
    private final DownloadListener listener;

    Transfer(
            Duration patience,
            Connector connector,
            Download download,
            Path part,
            DownloadListener listener) {
        this.patience = patience;
        this.connector = connector;
        this.download = download;
        this.part = part;
        this.listener = listener;
    }

    void run() throws IOException, BrokenTransferException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        HttpURLConnection connection = connect(have);
        try {
            int status = status(connection);
            switch (status) {
                case HttpURLConnection.HTTP_OK -> copy(connection, 0);
                case HttpURLConnection.HTTP_PARTIAL -> {
                    checkContinuation(connection, have);
                    copy(connection, have);
                }
                case 416 -> {
                    Files.deleteIfExists(part);
                    throw new BrokenTransferException("the server has a shorter file");
                }
                default ->
                        throw new BrokenTransferException(
                                "the server answered with status " + status, status >= 500);
            }
        } finally {
            connection.disconnect();
        }
    }

    // Unlike java.net.http, this connection gives up on a server that falls silent in the body.
    private HttpURLConnection connect(long have) throws IOException, BrokenTransferException {
        if (!(connector.open(download.from()) instanceof HttpURLConnection connection)) {
            throw new BrokenTransferException("the address is not one of http or https", false);
        }
        int millis = Math.toIntExact(patience.toMillis());
        connection.setConnectTimeout(millis);
        connection.setReadTimeout(millis);
        if (have > 0) {
            connection.setRequestProperty("Range", "bytes=" + have + "-");
        }
        return connection;
    }

    private static int status(HttpURLConnection connection) throws BrokenTransferException {
        try {
            return connection.getResponseCode();
        } catch (ConnectException | UnknownHostException e) {
            throw new BrokenTransferException(
                    "the server cannot be reached (%s)".formatted(e.getMessage()), false);
        } catch (IOException e) {
            throw new BrokenTransferException("the server cannot be reached: " + e.getMessage());
        }
    }

    private static void checkContinuation(HttpURLConnection connection, long have)
            throws BrokenTransferException {
        String range = String.valueOf(connection.getHeaderField("Content-Range"));
        if (!range.startsWith("bytes " + have + "-")) {
            throw new BrokenTransferException(
                    "the server sent the part `%s`, asked for was byte %d".formatted(range, have),
                    false);
        }
    }

    private void copy(HttpURLConnection connection, long from)
            throws IOException, BrokenTransferException {
        byte[] buffer = new byte[1 << 16];
        long bytes = from;
        try (InputStream in = connection.getInputStream();
                OutputStream out =
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
