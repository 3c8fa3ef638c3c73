package org.biograd.train.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.io.IOException;
import java.util.Optional;
import org.biograd.model.Model;
import org.biograd.model.ModelWeights;
import org.biograd.report.Figure;
import org.biograd.report.Numbers;
import org.biograd.report.Palette;
import org.biograd.report.Plots;
import org.biograd.report.Raster;

/** The weights into the neurons of layer 1, each neuron's as an image of the inputs. */
final class WeightImages {

    private static final int MOST_ROWS = 7;
    private static final int GAP = 6;

    private final Model model;
    private final Palette palette;
    private final int side;
    private final int channels;
    private final int pixel;
    private final int columns;

    private WeightImages(Model model, Palette palette) {
        this.model = model;
        this.palette = palette;
        int inputs = model.shape().inputs();
        this.channels = square(inputs) > 0 ? 1 : 2;
        this.side = square(inputs / channels);
        this.pixel = Math.max(1, 100 / (side * channels));
        this.columns = Math.max(1, (Plots.WIDTH + GAP) / (side * channels * pixel + GAP));
    }

    /** The figure, where the inputs are a square of pixels, or two. */
    static Optional<Figure> figure(Model model) throws IOException {
        int inputs = model.shape().inputs();
        if (square(inputs) == 0 && (inputs % 2 != 0 || square(inputs / 2) == 0)) {
            return Optional.empty();
        }
        WeightImages light = new WeightImages(model, Palette.LIGHT);
        String caption = "What the first " + light.shown() + " of the "
                + Numbers.count(model.shape().size(1))
                + " neurons of layer 1 look for: one colour for weights above 0, the other for those below, the paler "
                + "the closer to 0"
                + (light.channels == 2 ? "; two channels side by side." : ".");
        int height = light.height();
        return Optional.of(new Figure(
                "weights",
                "Weights of layer 1",
                caption,
                Plots.WIDTH,
                height,
                Raster.png(Plots.WIDTH, height, Palette.LIGHT, light::paint),
                Raster.png(Plots.WIDTH, height, Palette.DARK, new WeightImages(model, Palette.DARK)::paint)));
    }

    private static int square(int inputs) {
        int side = (int) Math.round(Math.sqrt(inputs));
        return side > 1 && side * side == inputs ? side : 0;
    }

    private int shown() {
        return Math.min(MOST_ROWS * columns, model.shape().size(1));
    }

    private int height() {
        return (shown() + columns - 1) / columns * (side * pixel + GAP);
    }

    private void paint(Graphics2D graphics) {
        double largest = 0;
        for (int s = 0; s < model.shape().inputs() * model.shape().size(1); s++) {
            largest = Math.max(largest, Math.abs(model.weights().value(ModelWeights.forward(1), s)));
        }
        for (int i = 0; i < shown(); i++) {
            int left = i % columns * (side * channels * pixel + GAP);
            int top = i / columns * (side * pixel + GAP);
            for (int j = 0; j < model.shape().inputs(); j++) {
                double weight = model.weights()
                        .value(ModelWeights.forward(1), j * model.shape().size(1) + i);
                Color color = weight > 0 ? palette.integers() : palette.reference();
                graphics.setColor(
                        ConfusionMap.mix(palette.background(), color, largest == 0 ? 0 : Math.abs(weight) / largest));
                int place = j % (side * side);
                int x = (j / (side * side) * side + place % side) * pixel;
                graphics.fillRect(left + x, top + place / side * pixel, pixel, pixel);
            }
        }
    }
}
