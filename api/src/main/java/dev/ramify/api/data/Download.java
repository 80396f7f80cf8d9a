package dev.ramify.api.data;

import java.net.URI;
import org.apiguardian.api.API;

/**
 * A file to fetch.
 *
 * @param from where it is served, by https
 * @param fileName the name to give it in the folder of downloads
 * @param bytes its exact size
 * @param sha256 its digest in lower-case hexadecimal
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Download(URI from, String fileName, long bytes, String sha256) {}
