package dev.ramify.plugins.visualizers.examples;

import dev.ramify.api.figure.Box;
import dev.ramify.api.figure.Color.Tone;
import dev.ramify.api.figure.Fill;
import dev.ramify.api.figure.Mark;
import dev.ramify.api.figure.Picture;
import dev.ramify.api.figure.Plot;
import dev.ramify.api.figure.Position;
import dev.ramify.api.figure.Stroke;
import dev.ramify.api.figure.Tag;
import dev.ramify.api.findings.Samples;
import dev.ramify.plugins.visualizers.units.SeenLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The units of one branch in rows, each with the samples that it responds to most. */
final class ExampleBoard {

    private static final int SIDE = 34;
    private static final int STEP = SIDE + 3;
    private static final int LEFT = 56;

    private final SeenLayer seen;
    private final Samples samples;

    ExampleBoard(SeenLayer seen, Samples samples) {
        this.seen = seen;
        this.samples = samples;
    }

    Plot draw(int branch, List<TopSamples> rows) {
        List<Mark> marks = new ArrayList<>();
        List<Mark.Image> images = new ArrayList<>();
        List<Mark.Rectangle> rails = new ArrayList<>();
        int widest = 1;
        for (int r = 0; r < rows.size(); r++) {
            TopSamples row = rows.get(r);
            double top = 4 + r * (double) STEP;
            rails.add(
                    new Mark.Rectangle(
                            Box.at(LEFT - 8, top, 5, SIDE),
                            Fill.solid(seen.color(branch)),
                            null,
                            "",
                            seen.tag(row.unit(), "")));
            marks.add(
                    new Mark.Text(
                            new Position(LEFT - 12, top + SIDE / 2.0),
                            "unit " + row.unit(),
                            Mark.Align.END,
                            10.5,
                            false,
                            Tone.NEUTRAL));
            int column = 0;
            for (int sample : row.samples()) {
                Optional<Picture> picture = samples.thumbnail(sample);
                if (picture.isPresent()) {
                    images.add(
                            new Mark.Image(
                                    Box.at(LEFT + column * (double) STEP, top, SIDE, SIDE),
                                    picture.get(),
                                    Stroke.solid(Tone.FAINT, 1),
                                    false,
                                    tag(row, sample)));
                    column++;
                }
            }
            widest = Math.max(widest, column);
        }
        marks.add(new Mark.Rectangles(rails));
        marks.add(new Mark.Images(images));
        return Plot.board(
                seen.name(branch),
                LEFT + widest * STEP,
                8 + rows.size() * STEP,
                marks,
                "The samples that units of %s respond to most.".formatted(seen.name(branch)));
    }

    private Tag tag(TopSamples row, int sample) {
        int[] labels = seen.recording().labels();
        String name =
                labels.length == 0 ? "" : "\n" + seen.recording().classes().get(labels[sample]);
        return seen.tag(row.unit(), samples.get(sample).id() + name);
    }
}
