package dev.ramify.plugins.visualizers.fakes;

import dev.ramify.api.findings.EpochFindings;
import dev.ramify.api.findings.RunFindings;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.api.recording.Recording;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One network that was never trained. */
public record FakeRun(
        long seed,
        List<EpochFindings> epochs,
        List<Measurement> measurements,
        List<Measurement> untrainedMeasurements,
        Map<String, List<UnitColumn>> unitColumns,
        Recording recording,
        Optional<Recording> untrainedRecording)
        implements RunFindings {}
