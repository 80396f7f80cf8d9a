/**
 * Statistics: comparison of a metric with chance, summaries over seeds, corrections, and the
 * verdict.
 *
 * <p>The way of a number: {@link dev.ramify.core.statistics.MetricEvaluator} tests one metric in
 * one network and keeps what the tests over seeds need ({@link
 * dev.ramify.core.statistics.NullDraws}). {@link dev.ramify.core.statistics.Inference} takes it
 * from there: {@link dev.ramify.core.statistics.SeedSummaries} joins the seeds of a variant and
 * asks two questions, of these networks and of training; {@link
 * dev.ramify.core.statistics.StudyCorrection} corrects over a study; {@link
 * dev.ramify.core.statistics.ClaimRule} decides; {@link dev.ramify.core.statistics.VerdictText}
 * says it.
 */
@NullMarked
package dev.ramify.core.statistics;

import org.jspecify.annotations.NullMarked;
