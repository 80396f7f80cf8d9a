package dev.ramify.core.rendering.svg;

/** A rectangle in pixels. */
record Frame(double left, double top, double width, double height) {

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    Frame inset(double fromLeft, double fromTop, double fromRight, double fromBottom) {
        return new Frame(
                left + fromLeft,
                top + fromTop,
                Math.max(1, width - fromLeft - fromRight),
                Math.max(1, height - fromTop - fromBottom));
    }
}
