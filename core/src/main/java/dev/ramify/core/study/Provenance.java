package dev.ramify.core.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramify.core.machine.Machine;
import dev.ramify.core.pipeline.ResolvedPipeline;
import dev.ramify.core.plugin.ExtensionRegistry;
import dev.ramify.core.plugin.LoadedPlugin;
import dev.ramify.core.store.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Where the numbers of a study come from.
 *
 * @param entries what is told to readers, in order
 */
record Provenance(Map<String, String> entries) {

    static Provenance of(
            ResolvedPipeline pipeline,
            ExtensionRegistry extensions,
            Map<String, Map<String, String>> data,
            String kernels) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("study", pipeline.spec().name());
        entries.put("pipeline SHA-256", pipeline.canonical().sha256());
        entries.put("seeds", pipeline.spec().seeds().toString());
        entries.put("Ramify", Version.current());
        entries.put("kernels", kernels);
        Machine machine = Machine.current();
        entries.put("Java", machine.jvm());
        entries.put("system", machine.system());
        entries.put("processor", machine.cpu());
        entries.put("ND4J", String.valueOf(Nd4j.class.getPackage().getImplementationVersion()));
        entries.put(
                "BLAS",
                String.valueOf(
                        Nd4j.getExecutioner().getEnvironmentInformation().get("blas.vendor")));
        for (LoadedPlugin plugin : extensions.plugins()) {
            entries.put(
                    "plugin " + plugin.id(),
                    "%s, SHA-256 %s"
                            .formatted(plugin.origin().version(), plugin.origin().sha256()));
        }
        data.forEach(
                (dataset, digests) ->
                        digests.forEach(
                                (name, digest) ->
                                        entries.put("data " + dataset + " " + name, digest)));
        return new Provenance(entries);
    }

    ObjectNode json() {
        ObjectNode node = Json.object();
        node.put("schema", "ramify.provenance/1");
        entries.forEach(node::put);
        return node;
    }
}
