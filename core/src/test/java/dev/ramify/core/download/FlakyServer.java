package dev.ramify.core.download;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Serves one file on loopback over plain sockets, and breaks off where it is told to. */
final class FlakyServer implements AutoCloseable {

    private final ServerSocket server;
    private final byte[] content;
    private final List<String> ranges = new ArrayList<>();
    private final List<Socket> silent = new ArrayList<>();
    private int breaksLeft;
    private int breakAfter = Integer.MAX_VALUE;
    private boolean fallsSilent;
    private boolean ignoresRanges;
    private int status;

    FlakyServer(byte[] content) throws IOException {
        this.content = content;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serveAll, "flaky-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Break off the next answers after some bytes. */
    synchronized FlakyServer breaking(int times, int after) {
        breaksLeft = times;
        breakAfter = after;
        return this;
    }

    /** Say no more instead of closing the connection. */
    synchronized FlakyServer fallingSilent() {
        fallsSilent = true;
        return this;
    }

    synchronized FlakyServer ignoringRanges() {
        ignoresRanges = true;
        return this;
    }

    synchronized FlakyServer answering(int code) {
        status = code;
        return this;
    }

    URI address() {
        return URI.create("http://127.0.0.1:%d/file.bin".formatted(server.getLocalPort()));
    }

    /** Return the {@code Range} header of every request, or {@code none}. */
    synchronized List<String> ranges() {
        return List.copyOf(ranges);
    }

    private void serveAll() {
        while (!server.isClosed()) {
            try {
                serve(server.accept());
            } catch (SocketException e) {
                // The server was closed, or the client went away: the test says what it expects.
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    private synchronized void serve(Socket socket) throws IOException {
        String range = readRange(socket);
        ranges.add(range);
        int from =
                range.equals("none") || ignoresRanges
                        ? 0
                        : Integer.parseInt(range.replaceAll("\\D", ""));
        byte[] rest = Arrays.copyOfRange(content, from, content.length);
        int code = status != 0 ? status : from > 0 ? 206 : 200;
        String head =
                "HTTP/1.1 %d X\r\nContent-Length: %d\r\nContent-Range: bytes %d-%d/%d\r\nConnection: close\r\n\r\n"
                        .formatted(code, rest.length, from, content.length - 1, content.length);
        boolean breaks = breaksLeft-- > 0;
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(rest, 0, breaks ? Math.min(breakAfter, rest.length) : rest.length);
        out.flush();
        if (breaks && fallsSilent) {
            silent.add(socket);
        } else {
            socket.close();
        }
    }

    private static String readRange(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        String range = "none";
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.startsWith("Range: ")) {
                range = line.substring("Range: ".length());
            }
        }
        return range;
    }

    @Override
    public void close() throws IOException {
        server.close();
        synchronized (this) {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }
}
