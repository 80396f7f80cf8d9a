package dev.ramify.core.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What came of a study.
 *
 * @param directory the run directory
 * @param report the report in it, if one was written
 * @param verdicts one entry per variant and conclusion, for people
 * @param failures what went wrong, one sentence each; empty if nothing did
 */
public record StudyOutcome(
        Path directory, Optional<Path> report, List<Verdict> verdicts, List<String> failures) {

    public StudyOutcome {
        verdicts = List.copyOf(verdicts);
        failures = List.copyOf(failures);
    }

    /**
     * A conclusion about a variant.
     *
     * @param variant name of the variant
     * @param text the conclusion, computed from the statistics
     */
    public record Verdict(String variant, String text) {}
}
