/**
 * Calibration: whether the p values of metrics keep their promise on data whose division of labour
 * is known.
 *
 * <p>A {@link dev.ramify.core.calibration.Scenario} makes data under a {@link
 * dev.ramify.core.calibration.Condition}; the {@link dev.ramify.core.calibration.Calibrator} counts
 * how often a metric calls them significant; {@link dev.ramify.core.calibration.Acceptance} judges
 * the counts.
 */
@NullMarked
package dev.ramify.core.calibration;

import org.jspecify.annotations.NullMarked;
