package dev.ramify.core.download;

import java.io.IOException;
import java.net.URI;
import java.net.URLConnection;

/** Opens connections to addresses. */
@FunctionalInterface
interface Connector {

    URLConnection open(URI address) throws IOException;
}
