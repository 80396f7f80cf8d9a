package dev.ramify.plugins.datasets.gratings;

/**
 * The opponent axes of colour, of length 1 and at right angles to each other: brightness, red
 * against green, and blue against yellow.
 */
enum ColourAxis {
    BRIGHTNESS(1, 1, 1),
    RED_GREEN(1, -1, 0),
    BLUE_YELLOW(1, 1, -2);

    private final double red;
    private final double green;
    private final double blue;

    ColourAxis(int red, int green, int blue) {
        double length = StrictMath.sqrt(red * red + green * green + blue * blue);
        this.red = red / length;
        this.green = green / length;
        this.blue = blue / length;
    }

    /** Return how much a unit step along the axis changes a channel: 0 red, 1 green, 2 blue. */
    double weight(int channel) {
        return switch (channel) {
            case 0 -> red;
            case 1 -> green;
            case 2 -> blue;
            default -> throw new IllegalArgumentException("no channel " + channel);
        };
    }
}
