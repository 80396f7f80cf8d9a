package dev.ramify.core.array;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The header of a {@code .safetensors} file, read from JSON once from its beginning to its end.
 *
 * @param tensors the sound ones, in the order of the header
 * @param places of all tensors that have one
 * @param faults what is wrong with single tensors
 */
record SafetensorsHeader(List<Tensor> tensors, List<Place> places, List<NpzArchive.Fault> faults) {

    private static final int MOST_TENSORS = 100_000;
    private static final int MOST_DIMENSIONS = 32;
    private static final String METADATA = "__metadata__";

    private static final Map<String, NpyType> TYPES =
            Map.ofEntries(
                    Map.entry("F64", new NpyType("<f8", 8)),
                    Map.entry("F32", new NpyType("<f4", 4)),
                    Map.entry("F16", new NpyType("<f2", 2)),
                    Map.entry("BF16", new NpyType("<V2", 2)),
                    Map.entry("I64", new NpyType("<i8", 8)),
                    Map.entry("I32", new NpyType("<i4", 4)),
                    Map.entry("I16", new NpyType("<i2", 2)),
                    Map.entry("I8", new NpyType("|i1", 1)),
                    Map.entry("U64", new NpyType("<u8", 8)),
                    Map.entry("U32", new NpyType("<u4", 4)),
                    Map.entry("U16", new NpyType("<u2", 2)),
                    Map.entry("U8", new NpyType("|u1", 1)),
                    Map.entry("BOOL", new NpyType("|b1", 1)));

    /**
     * A tensor.
     *
     * @param begin its first byte, from the first of all values
     */
    record Tensor(String name, NpyHeader header, long begin) {}

    /** Where a tensor says that its bytes are, from the first of all values. */
    record Place(String name, long begin, long end) {}

    /** What a header says of a tensor; null where it does not. */
    private static final class Entry {
        private @Nullable String type;
        private @Nullable List<Long> shape;
        private @Nullable List<Long> offsets;
    }

    /**
     * Read a header.
     *
     * @throws ArrayFormatException if it is not JSON of this kind
     */
    static SafetensorsHeader parse(byte[] json) {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            SafetensorsHeader header =
                    new SafetensorsHeader(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            expect(parser, parser.nextToken(), JsonToken.START_OBJECT, "an object");
            Set<String> seen = new HashSet<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                header.entry(parser, parser.currentName(), seen);
                if (seen.size() > MOST_TENSORS) {
                    throw new ArrayFormatException("more than %,d tensors".formatted(MOST_TENSORS));
                }
            }
            if (parser.nextToken() != null) {
                throw malformed(parser, "nothing but blanks may follow its end");
            }
            return header;
        } catch (JsonProcessingException e) {
            throw new ArrayFormatException(
                    "the header is not JSON: %s (byte %d)"
                            .formatted(
                                    e.getOriginalMessage(),
                                    e.getLocation() == null ? 0 : e.getLocation().getByteOffset()));
        } catch (IOException e) {
            throw new ArrayFormatException("the header cannot be read: " + e.getMessage());
        }
    }

    private void entry(JsonParser parser, String name, Set<String> seen) throws IOException {
        boolean again = !seen.add(name);
        parser.nextToken();
        if (name.equals(METADATA)) {
            parser.skipChildren();
            return;
        }
        expect(parser, parser.currentToken(), JsonToken.START_OBJECT, "an object for each tensor");
        Entry entry = entry(parser);
        String array = null;
        try {
            array = EntryName.check(name + Npz.SUFFIX);
            if (again) {
                throw new ArrayFormatException("a second tensor of this name");
            }
            tensors.add(tensor(array, entry));
        } catch (ArrayFormatException e) {
            faults.add(fault(name, array, e));
            List<Long> offsets = entry.offsets;
            if (offsets != null && offsets.size() == 2 && offsets.get(0) <= offsets.get(1)) {
                places.add(new Place(name, offsets.get(0), offsets.get(1)));
            }
        }
    }

    private static NpzArchive.Fault fault(
            String name, @Nullable String array, ArrayFormatException e) {
        return new NpzArchive.Fault(
                EntryName.shown(name),
                array,
                e.reason(),
                e.remedyOr("write it anew with safetensors' save_file, or leave it out"));
    }

    private static Entry entry(JsonParser parser) throws IOException {
        Entry entry = new Entry();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            switch (key) {
                case "dtype" -> {
                    expect(parser, parser.currentToken(), JsonToken.VALUE_STRING, "a text");
                    entry.type = parser.getText();
                }
                case "shape" -> entry.shape = wholes(parser, MOST_DIMENSIONS);
                case "data_offsets" -> entry.offsets = wholes(parser, 2);
                default -> throw malformed(parser, "the key '%s'".formatted(key));
            }
        }
        return entry;
    }

    private static List<Long> wholes(JsonParser parser, int most) throws IOException {
        expect(parser, parser.currentToken(), JsonToken.START_ARRAY, "a list");
        List<Long> wholes = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(
                    parser,
                    parser.currentToken(),
                    JsonToken.VALUE_NUMBER_INT,
                    "whole numbers not below 0");
            long whole = parser.getLongValue();
            if (whole < 0 || wholes.size() == most) {
                throw malformed(parser, "at most %d whole numbers not below 0".formatted(most));
            }
            wholes.add(whole);
        }
        return wholes;
    }

    private Tensor tensor(String name, Entry entry) {
        String type = entry.type;
        List<Long> shape = entry.shape;
        List<Long> offsets = entry.offsets;
        if (type == null || shape == null || offsets == null || offsets.size() != 2) {
            throw new ArrayFormatException(
                    "dtype, shape and two data_offsets are expected; found %s, %s and %s"
                            .formatted(type, shape, offsets));
        }
        NpyType known = TYPES.get(type);
        if (known == null) {
            throw new ArrayFormatException(
                    "values of type '%s'; the types read are %s; convert it with tensor.float()"
                            .formatted(type, TYPES.keySet().stream().sorted().toList()));
        }
        long bytes = known.bytes();
        try {
            for (long size : shape) {
                bytes = Math.multiplyExact(bytes, size);
            }
        } catch (ArithmeticException e) {
            throw new ArrayFormatException("a shape of " + shape + " is too large to be true");
        }
        if (offsets.get(1) - offsets.get(0) != bytes) {
            throw new ArrayFormatException(
                    "a shape of %s of %s takes %,d bytes, but its data_offsets %s have %,d"
                            .formatted(
                                    shape, type, bytes, offsets, offsets.get(1) - offsets.get(0)));
        }
        places.add(new Place(name, offsets.get(0), offsets.get(1)));
        return new Tensor(name, new NpyHeader(known, shape, false), offsets.get(0));
    }

    private static void expect(
            JsonParser parser, @Nullable JsonToken found, JsonToken expected, String words) {
        if (found != expected) {
            throw malformed(parser, words);
        }
    }

    private static ArrayFormatException malformed(JsonParser parser, String expected) {
        return new ArrayFormatException(
                "the header is not as expected at its byte %d: %s"
                        .formatted(parser.currentLocation().getByteOffset(), expected));
    }
}
