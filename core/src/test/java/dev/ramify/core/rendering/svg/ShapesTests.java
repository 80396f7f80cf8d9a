package dev.ramify.core.rendering.svg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.figure.Glyph;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ShapesTests {

    private static final Pattern POINT = Pattern.compile("[ML](-?[0-9.]+) (-?[0-9.]+)");

    @Test
    void hatchingStaysWithinItsFrame() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Frame frame =
                    new Frame(
                            random.nextInt(100),
                            random.nextInt(100),
                            1 + random.nextInt(80),
                            1 + random.nextInt(80));
            Matcher points = POINT.matcher(Shapes.hatching(frame));
            while (points.find()) {
                double x = Double.parseDouble(points.group(1));
                double y = Double.parseDouble(points.group(2));
                assertThat(x).as("seed %d", seed).isBetween(frame.left(), frame.right());
                assertThat(y).as("seed %d", seed).isBetween(frame.top(), frame.bottom());
            }
        }
    }

    @Test
    void everyGlyphHasAShapeOfItsOwn() {
        assertThat(Arrays.stream(Glyph.values()).map(glyph -> Shapes.glyph(glyph, 0, 0, 10)))
                .doesNotHaveDuplicates()
                .allMatch(path -> path.startsWith("M") && path.endsWith("Z"));
    }
}
