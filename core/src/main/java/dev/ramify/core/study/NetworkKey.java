package dev.ramify.core.study;

import dev.ramify.core.architecture.ArchitectureJson;
import dev.ramify.core.pipeline.Plan.Run;
import dev.ramify.core.pipeline.ResolvedPipeline;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Digests all that a network's results depend on: what it is, what it is shown, how it is trained
 * and measured, and by which kernels. Its name, other variants, comparisons and the figures are no
 * part of it.
 */
final class NetworkKey {

    private static final String FORM = "ramify.network/1";

    private NetworkKey() {}

    static String of(
            ResolvedPipeline pipeline, Run run, Map<String, String> digests, String kernels) {
        Map<String, @Nullable Object> tree = pipeline.canonical().tree();
        String text =
                String.join(
                        "\n",
                        FORM,
                        kernels,
                        ArchitectureJson.write(run.variant().architecture()),
                        ArchitectureJson.write(run.variant().divisions()),
                        run.variant().layers().toString(),
                        run.variant().dataset().provider().options().toString(),
                        digests.toString(),
                        part(tree, "input"),
                        part(tree, "training"),
                        part(tree, "record"),
                        "metrics=" + ownMetrics(pipeline),
                        Long.toString(run.seed()));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Metrics that compare finished networks change nothing in any of them. */
    private static List<@Nullable Object> ownMetrics(ResolvedPipeline pipeline) {
        List<@Nullable Object> own = new ArrayList<>();
        if (pipeline.canonical().tree().get("metrics") instanceof List<?> all) {
            for (int i = 0; i < all.size(); i++) {
                if (!pipeline.spec().metrics().get(i).comparesNetworks()) {
                    own.add(all.get(i));
                }
            }
        }
        return own;
    }

    private static String part(Map<String, @Nullable Object> tree, String key) {
        return key + "=" + tree.get(key);
    }
}
