package dev.ramify.core.network;

import dev.ramify.api.recording.Recording;
import dev.ramify.core.store.KeyedFolder;
import dev.ramify.core.store.KeyedFolder.State;
import dev.ramify.core.store.RecordingFile;
import java.util.Map;
import java.util.function.Function;

/**
 * Records a network at one moment, unless that was done with the same parameters. Used by one
 * thread.
 *
 * @param folder of the network
 * @param name of the file
 * @param weights the parameters at that moment
 * @param key digest of all that the recording depends on
 */
record RecordingStage(KeyedFolder folder, String name, WeightSource weights, String key) {

    /** Tell whether there is nothing to record. */
    boolean isDone() {
        return folder.state(name, key) == State.SOUND;
    }

    /** Do what is not done yet. */
    void run(Function<WeightSource, Recording> recorder) {
        if (!isDone()) {
            folder.write(key, Map.of(name, RecordingFile.of(recorder.apply(weights))));
        }
    }

    /** Return the digest of what was recorded. */
    String digest() {
        return folder.sha256(name);
    }

    /** Read what was recorded; its activations stay in the file. */
    Recording read() {
        folder.require(name);
        return RecordingFile.read(folder.file(name));
    }
}
