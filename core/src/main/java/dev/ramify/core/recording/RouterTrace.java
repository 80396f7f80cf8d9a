package dev.ramify.core.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ramify.api.recording.ExpertChoices;
import dev.ramify.api.recording.ExpertRouting;
import dev.ramify.api.recording.Groups;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads traces of routers as Megatron writes them, an object on each line: {@code layer}, {@code
 * topk}, {@code top_indices} (for each token its experts), {@code rank} and {@code step}. A {@code
 * group} (document, prompt) and its {@code domain} are read where they are told; else the step of a
 * rank is the group.
 */
final class RouterTrace {

    private static final List<String> OF_GROUPS = List.of("group", "document", "prompt");

    private final String file;
    private final Problems problems;
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final Map<String, Map<String, List<int[]>>> layers = new LinkedHashMap<>();
    private final Map<String, String> domainOf = new LinkedHashMap<>();
    private boolean named;
    private int perSample;
    private int experts;

    private RouterTrace(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * Read a trace, line by line; what is wrong becomes a problem.
     *
     * @return empty where there is a problem
     */
    static Optional<Recording> read(
            String file, BufferedReader text, Problems problems, Consumer<String> notes)
            throws IOException {
        RouterTrace trace = new RouterTrace(file, problems);
        int number = 0;
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            number++;
            if (!line.isBlank()) {
                trace.add("%s:%d".formatted(file, number), line);
            }
        }
        if (!trace.named && problems.isEmpty()) {
            notes.accept(
                    "%s: no line tells its group, so the step of each rank is one: a batch of documents rather than a document"
                            .formatted(file));
        }
        return trace.recording();
    }

    private void add(String where, String line) {
        JsonNode node;
        try {
            node = mapper.readTree(line);
        } catch (JsonProcessingException e) {
            problems.add(
                    where, "no JSON: " + e.getOriginalMessage(), "write an object on each line");
            return;
        }
        JsonNode indices = node.path("top_indices");
        if (!node.path("layer").isValueNode() || !indices.isArray()) {
            problems.add(
                    where,
                    "layer and a list top_indices are expected; found %s".formatted(keys(node)),
                    "write a line for each batch and layer");
            return;
        }
        rows(where, node, indices).ifPresent(rows -> put(where, node, rows));
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** Take a list for each token, or one list of all. */
    private Optional<List<int[]>> rows(String where, JsonNode node, JsonNode indices) {
        boolean nested = indices.size() > 0 && indices.get(0).isArray();
        int width = nested ? indices.get(0).size() : node.path("topk").asInt(0);
        int tokens = node.path("num_tokens").asInt(nested ? indices.size() : -1);
        List<int[]> rows = new ArrayList<>();
        int found = nested ? indices.size() : width < 1 ? 0 : indices.size() / width;
        for (int token = 0; token < found; token++) {
            int[] row = new int[width];
            for (int i = 0; i < width; i++) {
                JsonNode each =
                        nested ? indices.get(token).path(i) : indices.path(token * width + i);
                row[i] = each.isInt() ? each.asInt() : Integer.MIN_VALUE;
            }
            rows.add(row);
        }
        boolean even =
                nested
                        ? rows.stream().noneMatch(row -> row.length != width)
                                && sizes(indices).allMatch(size -> size == width)
                        : width > 0 && indices.size() == found * width;
        if (!even || width < 1 || tokens >= 0 && tokens != found) {
            problems.add(
                    where,
                    "top_indices has %d entries for topk %d and num_tokens %d"
                            .formatted(indices.size(), width, tokens),
                    "give topk experts for each of num_tokens tokens, -1 where there are fewer");
            return Optional.empty();
        }
        return Optional.of(rows);
    }

    private static Stream<Integer> sizes(JsonNode lists) {
        List<Integer> sizes = new ArrayList<>();
        lists.forEach(each -> sizes.add(each.size()));
        return sizes.stream();
    }

    private void put(String where, JsonNode node, List<int[]> rows) {
        String group = group(node);
        String domain = node.path("domain").asText(node.path("label").asText(""));
        String known = domainOf.putIfAbsent(group, domain);
        int width = rows.isEmpty() ? perSample : rows.get(0).length;
        if (known != null && !known.equals(domain)) {
            problems.add(
                    where,
                    "the group '%s' is of the domain '%s' above, here of '%s'"
                            .formatted(group, known, domain),
                    "name groups so that each is of one domain");
        } else if (perSample > 0 && width != perSample) {
            problems.add(
                    where,
                    "%d experts for each token, %d above".formatted(width, perSample),
                    "give a trace of one model");
        }
        perSample = perSample == 0 ? width : perSample;
        layers.computeIfAbsent(node.path("layer").asText(), layer -> new LinkedHashMap<>())
                .computeIfAbsent(group, name -> new ArrayList<>())
                .addAll(rows);
    }

    private String group(JsonNode node) {
        for (String key : OF_GROUPS) {
            if (node.path(key).isValueNode()) {
                named = true;
                return node.path(key).asText();
            }
        }
        return "rank %s, step %s"
                .formatted(node.path("rank").asText("0"), node.path("step").asText("0"));
    }

    private Optional<Recording> recording() {
        if (layers.isEmpty() && problems.isEmpty()) {
            problems.add(file, "it has no lines", "write a line for each batch and layer");
        }
        List<String> groups = List.copyOf(domainOf.keySet());
        checkTokens(groups);
        Map<String, int[]> chosen = new LinkedHashMap<>();
        if (problems.isEmpty()) {
            layers.forEach((layer, rows) -> chosen.put(layer, joined(groups, rows)));
            chosen.forEach(this::check);
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        List<LayerRecording> recorded = new ArrayList<>();
        chosen.forEach(
                (layer, ids) ->
                        recorded.add(
                                ExpertLayers.layer(
                                        ExpertLayers.called(layer),
                                        new ExpertRouting(
                                                ExpertChoices.of(ids, perSample, experts)))));
        return Optional.of(ExpertLayers.recording(recorded, domains(), groupsOf(groups)));
    }

    /** Samples stand beside each other in all layers. */
    private void checkTokens(List<String> groups) {
        Map<String, Integer> tokens = new LinkedHashMap<>();
        for (Map.Entry<String, Map<String, List<int[]>>> layer : layers.entrySet()) {
            for (String group : groups) {
                int found = layer.getValue().getOrDefault(group, List.of()).size();
                Integer before = tokens.putIfAbsent(group, found);
                if (before != null && before != found) {
                    problems.add(
                            file,
                            "'%s' has %d tokens in layer '%s', but %d in others"
                                    .formatted(group, found, layer.getKey(), before),
                            "give the same tokens of all layers");
                }
            }
        }
    }

    private int[] joined(List<String> groups, Map<String, List<int[]>> rows) {
        return groups.stream()
                .flatMap(group -> rows.getOrDefault(group, List.of()).stream())
                .flatMapToInt(java.util.Arrays::stream)
                .toArray();
    }

    private void check(String layer, int[] ids) {
        ChoiceCheck check =
                ChoiceCheck.of(
                        ExpertChoices.of(ids, perSample, ChoiceCheck.MOST), Optional.empty());
        if (!check.fault().isEmpty()) {
            problems.add("%s: layer %s".formatted(file, layer), check.fault(), check.remedy());
        }
        experts = Math.max(experts, check.greatest() + 1);
    }

    private List<String> domains() {
        boolean known = domainOf.values().stream().noneMatch(String::isEmpty);
        return known ? domainOf.values().stream().distinct().toList() : List.of();
    }

    private Groups groupsOf(List<String> groups) {
        List<String> domains = domains();
        Map<String, List<int[]>> first = layers.values().iterator().next();
        List<Integer> of = new ArrayList<>();
        for (int group = 0; group < groups.size(); group++) {
            int size = first.getOrDefault(groups.get(group), List.of()).size();
            for (int i = 0; i < size; i++) {
                of.add(group);
            }
        }
        return new Groups(
                groups,
                of.stream().mapToInt(Integer::intValue).toArray(),
                domains.isEmpty()
                        ? new int[0]
                        : domainOf.values().stream().mapToInt(domains::indexOf).toArray());
    }
}
