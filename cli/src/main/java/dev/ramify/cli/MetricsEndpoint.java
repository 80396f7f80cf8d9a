package dev.ramify.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Serves meters as Prometheus reads them, to this machine alone. */
final class MetricsEndpoint implements AutoCloseable {

    private final @Nullable HttpServer server;

    private MetricsEndpoint(@Nullable HttpServer server) {
        this.server = server;
    }

    /**
     * Begin to serve.
     *
     * @param port 0 for any that is free; null to serve nothing
     * @throws IOException if the port cannot be used
     */
    static MetricsEndpoint open(
            @Nullable Integer port, PrometheusMeterRegistry meters, Console console)
            throws IOException {
        if (port == null) {
            return new MetricsEndpoint(null);
        }
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        HttpServer server = HttpServer.create(address, 0);
        server.createContext("/metrics", exchange -> answer(exchange, meters));
        server.start();
        console.say("meters: http://127.0.0.1:%d/metrics".formatted(server.getAddress().getPort()));
        return new MetricsEndpoint(server);
    }

    private static void answer(HttpExchange exchange, PrometheusMeterRegistry meters)
            throws IOException {
        byte[] text = meters.scrape().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        exchange.sendResponseHeaders(200, text.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(text);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
    }
}
