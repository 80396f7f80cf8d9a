package dev.ramify.core.network;

import dev.ramify.core.engine.plan.LogicalOrder.Named;
import dev.ramify.core.store.CheckpointFile;
import dev.ramify.core.store.KeyedFolder;
import java.util.Map;

/**
 * Parameters that a stage wrote.
 *
 * @param folder of the network
 * @param name of the file in it
 */
record StoredWeights(KeyedFolder folder, String name) implements WeightSource {

    @Override
    public String digest() {
        return folder.sha256(name);
    }

    @Override
    public Map<String, Named> read() {
        folder.require(name);
        return CheckpointFile.readWeights(folder.file(name));
    }
}
