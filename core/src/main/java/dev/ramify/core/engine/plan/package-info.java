/**
 * Which kernel runs when and where each array lies, settled before the first step.
 *
 * <p>A {@link dev.ramify.core.engine.plan.Design} chooses kernels operation by operation; it holds
 * no array. {@code Lifetimes} finds out when each array is needed, {@code Arena} lays them out so
 * that those never needed at the same time share a place, and {@code Memory} makes them. {@link
 * dev.ramify.core.engine.plan.ParameterSpace} holds parameters and gradients in flat arrays; {@link
 * dev.ramify.core.engine.plan.LogicalOrder} translates them to arrays by name.
 *
 * <p>A batch is cut into lanes ({@code Lane}), each of which computes some samples from beginning
 * to end; a {@link dev.ramify.core.engine.plan.LaneGroup} runs them and lets them wait where one
 * needs what all have. {@link dev.ramify.core.engine.plan.Plans} keeps the groups of a few batch
 * sizes over the same parameters.
 */
@NullMarked
package dev.ramify.core.engine.plan;

import org.jspecify.annotations.NullMarked;
