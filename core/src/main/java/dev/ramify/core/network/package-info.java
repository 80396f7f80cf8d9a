/**
 * One network on its way through the stages: {@code WeightsStage} trains it, {@code RecordingStage}
 * shows it samples, {@code MeasurementStage} compares what its units did with chance. {@code
 * NetworkStages} takes one after another.
 *
 * <p>Each stage writes files under a key: the digest of all that they depend on ({@code
 * StageKeys}). What was written under the same key is not made again, so that a changed metric
 * trains nothing and a further layer is recorded from the weights that are there. Parameters come
 * from a {@code WeightSource}, whether they were trained, drawn or imported.
 */
@NullMarked
package dev.ramify.core.network;

import org.jspecify.annotations.NullMarked;
