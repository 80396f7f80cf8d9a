/**
 * Statistics: comparison of a metric with chance, summaries over seeds, corrections, and the
 * verdict in words.
 *
 * <p>The way of a number: {@link dev.ramify.core.statistics.MetricEvaluator} tests one metric in
 * one network; {@link dev.ramify.core.statistics.SeedSummaries} joins the seeds of a variant;
 * {@link dev.ramify.core.statistics.StudyCorrection} corrects over a study; {@link
 * dev.ramify.core.statistics.ClaimRule} decides; {@link dev.ramify.core.statistics.VerdictWriter}
 * says it.
 */
@NullMarked
package dev.ramify.core.statistics;

import org.jspecify.annotations.NullMarked;
