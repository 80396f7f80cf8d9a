package dev.ramify.cli;

import dev.ramify.core.problem.Printable;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Keeps from a terminal what would command it. Names, headers, paths and cells come from files that
 * nobody vouches for; all that the program writes passes here, in UTF-8. Each control character but
 * the line feed, of C0 as well as C1, and each that turns the direction of writing becomes a
 * question mark, a tab a blank. Not thread-safe beyond what {@link java.io.PrintStream} does for
 * it.
 */
final class CleanOutput extends FilterOutputStream {

    private static final int ESCAPE = 0x1b;
    private static final int DELETE = 0x7f;

    private static final Pattern STYLE_BEGUN = Pattern.compile("\u001B(\\[[0-9;]{0,8}m?)?");
    private static final Pattern STYLE = Pattern.compile("\u001B\\[[0-9;]{0,8}m");
    private static final String CLEAR = "\u001B[K";

    private final boolean styles;
    private final boolean redraws;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    /**
     * @param styles whether bold and coloured words are let through
     * @param redraws whether lines may be drawn anew
     */
    CleanOutput(OutputStream out, boolean styles, boolean redraws) {
        super(out);
        this.styles = styles;
        this.redraws = redraws;
    }

    @Override
    public void write(int value) throws IOException {
        ByteArrayOutputStream clean = new ByteArrayOutputStream(4);
        take(value & 0xff, clean);
        clean.writeTo(out);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        ByteArrayOutputStream clean = new ByteArrayOutputStream(count + 8);
        for (int i = from; i < from + count; i++) {
            take(bytes[i] & 0xff, clean);
        }
        clean.writeTo(out);
    }

    private void take(int value, ByteArrayOutputStream clean) {
        if (held.size() == 0 && value >= ' ' && value < DELETE) {
            clean.write(value);
            return;
        }
        held.write(value);
        byte[] part = held.toByteArray();
        if (isComplete(part)) {
            held.reset();
            pass(part, clean);
        }
    }

    /** Tell whether no byte is to be waited for before it is known what these are. */
    private boolean isComplete(byte[] part) {
        int first = part[0] & 0xff;
        if (first == ESCAPE) {
            String text = new String(part, StandardCharsets.ISO_8859_1);
            boolean begun =
                    styles && STYLE_BEGUN.matcher(text).matches()
                            || redraws && CLEAR.startsWith(text);
            return !begun || isOwn(text);
        }
        if (first == '\r') {
            return redraws || part.length > 1;
        }
        boolean continued = part.length == 1 || (part[part.length - 1] & 0xc0) == 0x80;
        int length = first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
        return !continued || part.length >= length;
    }

    private void pass(byte[] part, ByteArrayOutputStream clean) {
        int first = part[0] & 0xff;
        if (first == ESCAPE || first < ' ' || first == DELETE) {
            passControl(part, clean);
            return;
        }
        boolean broken = part.length > 1 && (part[part.length - 1] & 0xc0) != 0x80;
        int end = broken ? part.length - 1 : part.length;
        String text = new String(part, 0, end, StandardCharsets.UTF_8);
        if (text.codePoints().anyMatch(Printable::commands)) {
            clean.write('?');
        } else {
            clean.write(part, 0, end);
        }
        if (broken) {
            take(part[part.length - 1] & 0xff, clean);
        }
    }

    private void passControl(byte[] part, ByteArrayOutputStream clean) {
        String text = new String(part, StandardCharsets.ISO_8859_1);
        if (text.equals("\t")) {
            clean.write(' ');
            return;
        }
        if (text.equals("\n") || text.equals("\r\n") || isOwn(text)) {
            clean.writeBytes(part);
            return;
        }
        clean.write('?');
        for (int i = 1; i < part.length; i++) {
            take(part[i] & 0xff, clean);
        }
    }

    private boolean isOwn(String text) {
        return styles && STYLE.matcher(text).matches()
                || redraws && (text.equals(CLEAR) || text.equals("\r"));
    }

    @Override
    public void close() throws IOException {
        if (held.size() > 0) {
            out.write('?');
            held.reset();
        }
        super.close();
    }
}
