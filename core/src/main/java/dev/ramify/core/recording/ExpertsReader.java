package dev.ramify.core.recording;

import dev.ramify.api.recording.ExpertChoices;
import dev.ramify.api.recording.ExpertRouting;
import dev.ramify.core.array.ArrayFile;
import dev.ramify.core.array.ArrayFormatException;
import dev.ramify.core.array.NpyHeader;
import dev.ramify.core.recording.LayerKey.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads which experts the router of a layer chose, now and at the final checkpoint. */
final class ExpertsReader {

    /** How many experts each layer has, used or not. */
    static final String COUNT = "expert_count";

    private final ArraySource source;
    private final String layer;
    private final Optional<NpyHeader> now;
    private final Optional<NpyHeader> last;

    ExpertsReader(String layer, ArraySource source) {
        this.source = source;
        this.layer = layer;
        now = header(Part.EXPERTS);
        last = header(Part.FINAL_EXPERTS);
        if (last.isPresent() && source.header(Part.EXPERTS.of(layer)).isEmpty()) {
            source.problem(
                    Part.FINAL_EXPERTS.of(layer),
                    "the choices of the final checkpoint are known, but not those to compare with them",
                    "give %s, or rename it so".formatted(Part.EXPERTS.of(layer)));
        }
    }

    private Optional<NpyHeader> header(Part part) {
        String key = part.of(layer);
        Optional<NpyHeader> header = source.numbers(key, "[samples, k] or [samples]", 1, 2);
        if (header.isPresent() && !header.get().type().isWhole()) {
            source.problem(
                    key,
                    "its values are of type %s; whole numbers, which expert was chosen, are expected"
                            .formatted(header.get().type().descriptor()),
                    "put weights of experts under %s, and choices here: logits.topk(k).indices"
                            .formatted(Part.GATES.of(layer)));
            return Optional.empty();
        }
        return header;
    }

    boolean isPresent() {
        return now.isPresent();
    }

    /** Find, for every array that tells it, the number of samples. */
    Map<String, Long> samples() {
        Map<String, Long> samples = new LinkedHashMap<>();
        now.ifPresent(header -> samples.put(Part.EXPERTS.of(layer), header.shape().get(0)));
        last.ifPresent(header -> samples.put(Part.FINAL_EXPERTS.of(layer), header.shape().get(0)));
        return samples;
    }

    /**
     * Read and check the choices; what is wrong becomes a problem.
     *
     * @param known the number of experts, where anything else tells it
     */
    Optional<ExpertRouting> read(ArrayFile archive, Optional<Integer> known) {
        List<MappedChoices> found = new ArrayList<>();
        now.ifPresent(header -> view(archive, Part.EXPERTS, header, found));
        last.ifPresent(header -> view(archive, Part.FINAL_EXPERTS, header, found));
        if (now.isEmpty() || found.size() < 1 + (last.isPresent() ? 1 : 0)) {
            return Optional.empty();
        }
        Optional<Integer> told = known.isPresent() ? known : counted();
        int greatest = 0;
        for (int i = 0; i < found.size(); i++) {
            String key = (i == 0 ? Part.EXPERTS : Part.FINAL_EXPERTS).of(layer);
            ChoiceCheck check = ChoiceCheck.of(found.get(i), told);
            if (!check.fault().isEmpty()) {
                source.problem(key, check.fault(), check.remedy());
                return Optional.empty();
            }
            greatest = Math.max(greatest, check.greatest());
        }
        int experts = told.orElse(greatest + 1);
        ExpertChoices choices = of(found.get(0), experts);
        ExpertChoices finals = found.size() > 1 ? of(found.get(1), experts) : null;
        return Optional.of(new ExpertRouting(choices, finals));
    }

    private static ExpertChoices of(MappedChoices choices, int experts) {
        return new MappedChoices(
                choices.values(), choices.type(), choices.samples(), choices.perSample(), experts);
    }

    private void view(ArrayFile archive, Part part, NpyHeader header, List<MappedChoices> found) {
        String key = part.of(layer);
        int width = header.shape().size() == 1 ? 1 : header.shape().get(1).intValue();
        if (header.columnMajor() && width > 1) {
            source.problem(
                    key,
                    "its columns stand one after another, but choices are read sample by sample",
                    "write numpy.ascontiguousarray of it");
            return;
        }
        try {
            found.add(
                    new MappedChoices(
                            archive.map(key),
                            header.type(),
                            header.shape().get(0).intValue(),
                            width,
                            Integer.MAX_VALUE));
        } catch (ArrayFormatException e) {
            source.problem(key, e.reason(), "write it anew");
        } catch (IOException e) {
            source.problem(key, String.valueOf(e.getMessage()), "check the file");
        }
    }

    /** A file can tell how many experts there are, for those that were never chosen. */
    private Optional<Integer> counted() {
        return source.header(COUNT)
                .flatMap(header -> source.read(COUNT))
                .filter(array -> array.header().count() == 1 && array.header().type().isWhole())
                .map(array -> array.wholes()[0])
                .filter(count -> count > 0 && count <= ChoiceCheck.MOST)
                .map(Long::intValue);
    }
}
