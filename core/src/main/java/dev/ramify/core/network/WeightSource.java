package dev.ramify.core.network;

import dev.ramify.core.engine.plan.LogicalOrder.Named;
import java.util.Map;

/** Where the parameters of a network come from: they were trained, drawn, or imported. */
public interface WeightSource {

    /** Return a digest that tells these parameters from all others. */
    String digest();

    /**
     * Read the parameters, by name.
     *
     * @throws dev.ramify.core.store.DamagedFileException if a file is no longer what was written
     */
    Map<String, Named> read();
}
