package dev.ramify.core.rendering.svg;

import dev.ramify.api.figure.Mark;
import dev.ramify.api.figure.Plot;

/** Draws a plot into a frame: axes, marks, and what readers can read off. */
final class PlotPainter {

    private final Surface surface;

    PlotPainter(Surface surface) {
        this.surface = surface;
    }

    void paint(Plot plot, Frame frame) {
        AxisPainter axes = new AxisPainter(plot, frame, surface);
        axes.paint();
        MarkPainter marks = new MarkPainter(plot, axes.area(), surface);
        for (Mark mark : plot.marks()) {
            marks.paint(mark);
        }
        if (surface.interactive()) {
            new Readout(plot, axes.area(), surface).paint();
        }
    }
}
