package dev.ramify.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the data that a command writes, in UTF-8 whatever the locale, and remembers why they could
 * not be written: a {@link PrintStream} alone forgets the reason.
 */
final class DataStream extends PrintStream {

    private final Remembering target;

    /**
     * @param target where the data go
     */
    DataStream(OutputStream target) {
        this(new Remembering(target));
    }

    private DataStream(Remembering target) {
        super(new CleanOutput(target, false, false), true, StandardCharsets.UTF_8);
        this.target = target;
    }

    /** Return a stream to the same place for words that may be bold or coloured. */
    PrintStream styled() {
        return new PrintStream(new CleanOutput(target, true, false), true, StandardCharsets.UTF_8);
    }

    /**
     * Write what is still held back, and return why not all could be written. A reader that wanted
     * no more, as {@code head} does, is no failure.
     */
    Optional<String> failure() {
        flush();
        IOException failure = target.failure;
        if (failure == null) {
            return Optional.empty();
        }
        String reason = String.valueOf(failure.getMessage());
        return reason.toLowerCase(Locale.ROOT).contains("pipe")
                ? Optional.empty()
                : Optional.of(reason);
    }

    private static final class Remembering extends FilterOutputStream {

        private volatile @Nullable IOException failure;

        Remembering(OutputStream target) {
            super(target);
        }

        @Override
        public void write(int b) throws IOException {
            try {
                out.write(b);
            } catch (IOException e) {
                throw remembered(e);
            }
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                throw remembered(e);
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException e) {
                throw remembered(e);
            }
        }

        private IOException remembered(IOException e) {
            if (failure == null) {
                failure = e;
            }
            return e;
        }
    }
}
