package org.biograd.train.report;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.biograd.model.Model;
import org.biograd.model.ModelWeights;
import org.biograd.report.Drawing;
import org.biograd.report.Figure;
import org.biograd.report.Numbers;
import org.biograd.report.Plots;
import org.biograd.report.Svg;

/** The weights into the neurons of layer 1, each neuron's as an image of the inputs, a pixel per weight. */
final class WeightImages {

    private static final int MOST_ROWS = 7;
    private static final int GAP = 4;
    private static final int CHANNEL = 0xff;
    private static final int MIDDLE = 160;

    private final Model model;
    private final int side;
    private final int channels;
    private final int pixel;
    private final int columns;

    private WeightImages(Model model) {
        this.model = model;
        int inputs = model.shape().inputs();
        this.channels = square(inputs) > 0 ? 1 : 2;
        this.side = square(inputs / channels);
        this.pixel = Math.max(1, 56 / (side * channels));
        this.columns = Math.max(1, (Plots.WIDTH + GAP) / (side * channels * pixel + GAP));
    }

    /** The figure, where the inputs are a square of pixels, or two. */
    static Optional<Figure> figure(Model model) {
        int inputs = model.shape().inputs();
        boolean drawable = square(inputs) > 0 || inputs % 2 == 0 && square(inputs / 2) > 0;
        return drawable ? Optional.of(new WeightImages(model).figure()) : Optional.empty();
    }

    private static int square(int inputs) {
        int side = (int) Math.round(Math.sqrt(inputs));
        return side > 1 && side * side == inputs ? side : 0;
    }

    private Figure figure() {
        String caption = "What the first " + shown() + " of the "
                + Numbers.count(model.shape().size(1))
                + " neurons of layer 1 look for: dark and blue for weights above 0, light and yellow for those below, "
                + "grey for 0"
                + (channels == 2 ? "; two channels side by side." : ".");
        int rows = (shown() + columns - 1) / columns;
        String svg = Svg.inline(
                "weights-1",
                "Weights of layer 1",
                caption,
                columns * (side * channels * pixel + GAP) - GAP,
                rows * (side * pixel + GAP) - GAP,
                this::paint);
        return new Figure("weights", "Weights of layer 1", caption, false, List.of(new Drawing("", List.of(), svg)));
    }

    private int shown() {
        return Math.min(MOST_ROWS * columns, model.shape().size(1));
    }

    private void paint(Graphics2D graphics) {
        double largest = 0;
        for (int s = 0; s < model.shape().inputs() * model.shape().size(1); s++) {
            largest = Math.max(largest, Math.abs(model.weights().value(ModelWeights.forward(1), s)));
        }
        for (int i = 0; i < shown(); i++) {
            int width = side * channels;
            BufferedImage image = new BufferedImage(width, side, BufferedImage.TYPE_INT_RGB);
            for (int j = 0; j < model.shape().inputs(); j++) {
                double weight = model.weights()
                        .value(ModelWeights.forward(1), j * model.shape().size(1) + i);
                int place = j % (side * side);
                image.setRGB(
                        j / (side * side) * side + place % side,
                        place / side,
                        color(largest == 0 ? 0 : weight / largest));
            }
            int left = i % columns * (width * pixel + GAP);
            int top = i / columns * (side * pixel + GAP);
            graphics.drawImage(image, left, top, width * pixel, side * pixel, null);
        }
    }

    /** A colour whose lightness alone tells the sign: -1 light yellow, 0 grey, 1 dark blue. */
    private static int color(double share) {
        double size = Math.abs(share);
        int[] end = share > 0 ? new int[] {0, 32, 96} : new int[] {255, 240, 170};
        int rgb = 0;
        for (int value : end) {
            rgb = rgb << Byte.SIZE | (int) Math.round(MIDDLE + size * (value - MIDDLE)) & CHANNEL;
        }
        return rgb;
    }
}
