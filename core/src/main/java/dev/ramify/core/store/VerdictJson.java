package dev.ramify.core.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramify.api.findings.Claim;
import dev.ramify.api.findings.Verdict;
import dev.ramify.api.findings.Verdict.Answer;
import dev.ramify.api.findings.Verdict.Gap;
import dev.ramify.api.findings.Verdict.Reach;
import dev.ramify.core.statistics.VerdictText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Verdicts as JSON: one shape, wherever it is written. Sentences stand beside the numbers. */
public final class VerdictJson {

    private VerdictJson() {}

    /** Write a verdict. */
    public static ObjectNode of(Verdict verdict) {
        ObjectNode node = Json.object();
        node.put("outcome", word(verdict.outcome()));
        node.put("networks", verdict.networks());
        ArrayNode layers = node.putArray("layers");
        verdict.answers().forEach(answer -> layers.add(of(answer)));
        node.set("untrained", of(verdict.untrained()));
        ArrayNode gaps = node.putArray("notTested");
        verdict.gaps().forEach(gap -> gaps.add(of(gap)));
        node.set("training", of(verdict.reach()));
        node.set("sentences", Json.tree(VerdictText.lines(verdict)));
        return node;
    }

    private static ObjectNode of(Answer answer) {
        ObjectNode node = Json.object();
        node.put("layer", answer.layer());
        node.put("tested", answer.isTested());
        ArrayNode claims = node.putArray("claims");
        answer.claims().forEach(claim -> claims.add(of(claim)));
        node.set("closest", of(answer.closest()));
        ArrayNode roles = node.putArray("branches");
        answer.roles()
                .forEach(
                        role -> {
                            ObjectNode network = roles.addObject();
                            network.put("seed", role.seed());
                            network.set("measurements", MeasurementJson.of(role.branches()));
                        });
        return node;
    }

    private static @Nullable ObjectNode of(@Nullable Claim claim) {
        if (claim == null) {
            return null;
        }
        ObjectNode node = Json.object();
        node.put("metric", claim.metric());
        node.put("layer", claim.layer());
        node.set("subject", MeasurementJson.of(claim.subject()));
        node.put("scope", word(claim.scope()));
        node.put("basis", word(claim.basis()));
        node.put("standing", word(claim.standing()));
        node.put("p", claim.p());
        node.put("seeds", claim.seeds());
        Json.put(node, "effect", claim.summary().effect());
        node.set("interval", MeasurementJson.of(claim.interval()));
        return node;
    }

    private static ObjectNode of(Gap gap) {
        ObjectNode node = Json.object();
        node.put("metric", gap.metric());
        node.put("layer", gap.layer());
        node.set("subject", MeasurementJson.of(gap.subject()));
        node.put("reason", gap.reason());
        node.put("networks", gap.networks());
        return node;
    }

    private static @Nullable ObjectNode of(@Nullable Reach reach) {
        if (reach == null) {
            return null;
        }
        ObjectNode node = Json.object();
        node.put("questions", reach.questions());
        node.put("seedsNeeded", reach.seeds());
        node.put("seedsFound", reach.found());
        return node;
    }

    /** Write a name as documents do: {@code these-networks}. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
