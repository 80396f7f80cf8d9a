package dev.ramify.core.rendering.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Writes elements, attributes and text. Everything is escaped but {@link #trusted}.
 *
 * <p>Attributes are given as name, value, name, value ...; a null value leaves the attribute out,
 * and a {@link Boolean} writes its bare name or nothing.
 */
public final class Markup {

    private final StringBuilder out = new StringBuilder(4096);
    private final Deque<String> open = new ArrayDeque<>();

    /** Begin an element. */
    public Markup open(String name, @Nullable Object... attributes) {
        start(name, attributes);
        out.append('>');
        open.push(name);
        return this;
    }

    /** End the element that began last. */
    public Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Write an element without content. */
    public Markup empty(String name, @Nullable Object... attributes) {
        start(name, attributes);
        out.append("/>");
        return this;
    }

    /** Write an element that holds text alone. */
    public Markup leaf(String name, String text, @Nullable Object... attributes) {
        return open(name, attributes).text(text).close();
    }

    /** Write text. */
    public Markup text(String text) {
        Escape.append(out, text);
        return this;
    }

    /** Write markup that was made here or ships with Ramify. */
    public Markup trusted(CharSequence markup) {
        out.append(markup);
        return this;
    }

    /** Begin a new line, for those who read the source. */
    public Markup line() {
        out.append('\n');
        return this;
    }

    private void start(String name, @Nullable Object... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            if (value == null || Boolean.FALSE.equals(value)) {
                continue;
            }
            out.append(' ').append(attributes[i]);
            if (value instanceof Boolean) {
                continue;
            }
            out.append("=\"");
            Escape.append(out, value instanceof Double d ? Decimal.format(d) : value.toString());
            out.append('"');
        }
    }

    /**
     * Return what was written.
     *
     * @throws IllegalStateException if an element is still open
     */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }
}
