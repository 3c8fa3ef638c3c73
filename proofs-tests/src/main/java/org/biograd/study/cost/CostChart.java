package org.biograd.study.cost;

import java.awt.Graphics2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.biograd.io.AtomicFile;
import org.biograd.loihi.cost.Bill;
import org.biograd.report.Charts;
import org.biograd.report.Palette;
import org.biograd.report.Raster;
import org.biograd.report.Svg;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler;

/** Which term takes which share of a training sample's energy and of its time. */
public final class CostChart {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 520;

    private CostChart() {}

    /**
     * Draws the shares of all terms that have any.
     *
     * @param file the file: SVG where its name ends in .svg, else PNG
     * @throws IOException where it cannot be written
     */
    public static void write(Path file, CostResult result) throws IOException {
        Bill bill = result.training();
        List<String> names = new ArrayList<>();
        List<Double> energy = new ArrayList<>();
        List<Double> time = new ArrayList<>();
        for (Bill.Line line : bill.lines()) {
            if (line.energy().orElse(0) > 0 || line.time().orElse(0) > 0) {
                names.add(line.term().words());
                energy.add(100.0 * line.energy().orElse(0) / bill.energy());
                time.add(100.0 * line.time().orElse(0) / bill.time());
            }
        }
        CategoryChart chart = new CategoryChart(WIDTH, HEIGHT);
        chart.setTitle(
                "A training sample of a " + result.placement().blueprint().shape() + " network, at simulated prices");
        chart.setYAxisTitle("share, %");
        CategoryStyler style = chart.getStyler();
        style.setLocale(Locale.ROOT);
        style.setChartBackgroundColor(Palette.BACKGROUND.color());
        style.setPlotBackgroundColor(Palette.BACKGROUND.color());
        style.setChartFontColor(Palette.INK.color());
        style.setChartTitleFont(Charts.LABEL);
        style.setAxisTickLabelsFont(Charts.LABEL);
        style.setAxisTitleFont(Charts.LABEL);
        style.setLegendFont(Charts.LABEL);
        style.setLegendPosition(Styler.LegendPosition.InsideNE);
        style.setLegendBorderColor(Palette.GRID.color());
        style.setPlotGridLinesColor(Palette.GRID.color());
        style.setPlotGridVerticalLinesVisible(false);
        style.setPlotBorderVisible(false);
        style.setYAxisMin(0.0);
        CategorySeries energySeries = chart.addSeries("energy of all cores", names, energy);
        energySeries.setFillColor(Palette.INTEGERS.color());
        CategorySeries timeSeries = chart.addSeries("time of the slowest core", names, time);
        timeSeries.setFillColor(Palette.REFERENCE.color());
        Consumer<Graphics2D> painter = graphics -> chart.paint(graphics, WIDTH, HEIGHT);
        if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
            AtomicFile.write(file, Svg.file(chart.getTitle(), WIDTH, HEIGHT, painter) + "\n");
        } else {
            byte[] png = Raster.png(WIDTH, HEIGHT, painter);
            AtomicFile.write(file, out -> out.write(png));
        }
    }
}
