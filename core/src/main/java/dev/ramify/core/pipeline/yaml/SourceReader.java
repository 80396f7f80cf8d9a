package dev.ramify.core.pipeline.yaml;

import dev.ramify.core.problem.Location;
import dev.ramify.core.problem.Problem;
import dev.ramify.core.problem.ProblemCode;
import dev.ramify.core.problem.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a file that people wrote, refusing what cannot be one. */
public final class SourceReader {

    static final long LARGEST = 1 << 20;

    /** Stands where a document starts, also after {@code ---}; nobody sees it. */
    private static final Pattern BYTE_ORDER_MARK = Pattern.compile("^\\uFEFF", Pattern.MULTILINE);

    /** Read a file; where it cannot be, add why to the problems. */
    public Optional<Source> read(Path file, List<Problem> problems) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        Source empty = new Source(file.toString(), "", folder, Source.Kind.FILE);
        String refusal = refusal(file);
        if (!refusal.isEmpty()) {
            problems.add(
                    at(
                            empty,
                            0,
                            0,
                            ProblemCode.UNREADABLE,
                            refusal,
                            "give the path of a pipeline file"));
            return Optional.empty();
        }
        try {
            if (Files.size(file) > LARGEST) {
                problems.add(
                        at(
                                empty,
                                0,
                                0,
                                ProblemCode.EXCESSIVE,
                                "the file has %,d bytes; a pipeline has at most %,d"
                                        .formatted(Files.size(file), LARGEST),
                                "is it a pipeline file?"));
                return Optional.empty();
            }
            return decode(Files.readAllBytes(file), empty, problems);
        } catch (IOException e) {
            problems.add(
                    at(
                            empty,
                            0,
                            0,
                            ProblemCode.UNREADABLE,
                            "the file cannot be read: " + e.getMessage(),
                            "check its permissions"));
            return Optional.empty();
        }
    }

    private static String refusal(Path file) {
        if (!Files.exists(file)) {
            return "there is no such file";
        }
        if (Files.isDirectory(file)) {
            return "this is a folder, not a file";
        }
        return Files.isReadable(file) ? "" : "the file may not be read";
    }

    private static Optional<Source> decode(byte[] bytes, Source empty, List<Problem> problems) {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        String text = out.toString();
        if (result.isError()) {
            int line = (int) text.chars().filter(c -> c == '\n').count();
            String last = text.substring(text.lastIndexOf('\n') + 1);
            Source upToThere = new Source(empty.name(), text, empty.folder(), Source.Kind.FILE);
            problems.add(
                    at(
                            upToThere,
                            line,
                            last.codePointCount(0, last.length()),
                            ProblemCode.ENCODING,
                            "byte 0x%02X is not UTF-8 text".formatted(bytes[in.position()]),
                            "save the file as UTF-8"));
            return Optional.empty();
        }
        String unmarked = BYTE_ORDER_MARK.matcher(text).replaceAll("");
        return Optional.of(new Source(empty.name(), unmarked, empty.folder(), Source.Kind.FILE));
    }

    private static Problem at(
            Source source, int line, int column, ProblemCode code, String message, String hint) {
        return new Problem(code, new Location(source, line, column, 1), message, hint);
    }
}
