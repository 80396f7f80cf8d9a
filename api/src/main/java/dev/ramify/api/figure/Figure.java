package dev.ramify.api.figure;

import java.util.List;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * A figure as a scene, free of any file format: what is shown, never how it is written.
 *
 * <p>Immutable and thread-safe, as is everything it is made of. Nothing in it is markup: texts are
 * plain and escaped by whoever renders them.
 *
 * @param id names its files and its place in a report: 1 to 100 letters, digits, {@code .}, {@code
 *     _} or {@code -}, starting with a letter or digit
 * @param title the takeaway in one sentence, generated from the numbers; it says so if there is
 *     nothing beyond chance
 * @param panels at least one, in reading order; they flow from left to right and wrap
 * @param legend what marks and colours mean
 * @param caption how to read the figure and how it can mislead
 * @param data the numbers behind the marks
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Figure(
        String id,
        String title,
        List<Panel> panels,
        Legend legend,
        Caption caption,
        DataTable data) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    /**
     * @throws IllegalArgumentException if the id has another form, the title is blank or there is
     *     no panel
     */
    public Figure {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "a figure's id is 1 to 100 letters, digits, '.', '_' or '-', starting with a"
                            + " letter or digit; found '%s'".formatted(id));
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("figure '%s' needs a title".formatted(id));
        }
        panels = List.copyOf(panels);
        if (panels.isEmpty()) {
            throw new IllegalArgumentException(
                    "figure '%s' needs at least one panel".formatted(id));
        }
    }
}
