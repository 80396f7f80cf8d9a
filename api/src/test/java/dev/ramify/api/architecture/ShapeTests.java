package dev.ramify.api.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ShapeTests {

    @Test
    void sizeIsTheNumberOfValuesAndAreaThatOfPositions() {
        Shape shape = new Shape(3, 4, 5);

        assertThat(shape.size()).isEqualTo(60);
        assertThat(shape.area()).isEqualTo(20);
    }

    @Test
    void vectorIsAMapOfOnePosition() {
        assertThat(Shape.flat(7)).isEqualTo(new Shape(7, 1, 1));
        assertThat(Shape.flat(7).isFlat()).isTrue();
        assertThat(new Shape(7, 1, 2).isFlat()).isFalse();
    }

    @Test
    void printsAsPeopleWriteIt() {
        assertThat(new Shape(3, 32, 32)).hasToString("3x32x32");
        assertThat(Shape.flat(10)).hasToString("10");
    }

    @Test
    void everySideIsAtLeastOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shape(3, 0, 32))
                .withMessage("a shape needs at least one channel, row and column, found 3x0x32");
    }
}
