package dev.ramify.core.rendering.svg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.figure.Picture;
import dev.ramify.api.figure.Ramp;
import dev.ramify.core.rendering.color.Ramps;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTests {

    private static BufferedImage decode(Picture picture) throws Exception {
        String uri = Png.dataUri(picture);
        assertThat(uri).startsWith("data:image/png;base64,");
        byte[] bytes = Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1));
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    @Test
    void pixelsComeBackAsTheyWere() throws Exception {
        BufferedImage image = decode(Picture.rgb(2, 1, new int[] {0xff0000, 0x123456}));
        assertThat(image.getRGB(0, 0)).isEqualTo(0xffff0000);
        assertThat(image.getRGB(image.getWidth() - 1, image.getHeight() - 1)).isEqualTo(0xff123456);
    }

    @Test
    void smallPicturesAreEnlargedSoThatTheyDoNotBlur() throws Exception {
        BufferedImage image = decode(Picture.rgb(7, 7, new int[49]));
        assertThat(image.getWidth()).isEqualTo(42);
    }

    @Test
    void numbersAreColouredByTheirRampAndMissingOnesAreClear() throws Exception {
        Ramp ramp = Ramp.diverging(0, 1);
        BufferedImage image = decode(Picture.values(2, 1, new double[] {0.5, Double.NaN}, ramp));
        assertThat(image.getRGB(0, 0)).isEqualTo(0xff000000 | Ramps.rgb(ramp, 0.5));
        assertThat(image.getRGB(image.getWidth() - 1, 0)).isZero();
    }
}
