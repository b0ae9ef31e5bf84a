package org.metarec.bench.serve;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.List;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.svg.SVGGraphics2D;

/** How long each route takes, as a picture: a bar for the median and one for p99, logarithmic. */
final class ServeChart {
  private static final int WIDTH = 860;
  private static final int HEIGHT = 560;

  /** Told apart by those who see colours differently too (Okabe and Ito). */
  private static final List<Color> COLOURS = List.of(new Color(0x0072B2), new Color(0xD55E00));

  /** Where bars begin, in milliseconds: a logarithmic axis has no zero. */
  private static final double LEAST = 0.1;

  private final DefaultCategoryDataset bars = new DefaultCategoryDataset();

  void add(String route, RequestTimes times) {
    bars.addValue(times.millis(0.5), "p50", route);
    bars.addValue(times.millis(0.99), "p99", route);
  }

  void write(Path file) throws IOException {
    JFreeChart chart =
        ChartFactory.createBarChart(
            null, null, "milliseconds", bars, PlotOrientation.HORIZONTAL, true, false, false);
    CategoryPlot plot = chart.getCategoryPlot();
    LogAxis axis = new LogAxis("milliseconds over Bolt");
    NumberFormat plain = new DecimalFormat("#,##0.###");
    axis.setNumberFormatOverride(plain);
    axis.setSmallestValue(LEAST);
    plot.setRangeAxis(axis);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
    plot.getDomainAxis().setMaximumCategoryLabelWidthRatio(0.4f);
    plot.getDomainAxis().setMaximumCategoryLabelLines(2);
    BarRenderer renderer = (BarRenderer) plot.getRenderer();
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setBase(LEAST);
    renderer.setDefaultItemLabelGenerator(
        new StandardCategoryItemLabelGenerator("{2}", new DecimalFormat("#,##0.0")));
    renderer.setDefaultItemLabelsVisible(true);
    for (int series = 0; series < COLOURS.size(); series++) {
      renderer.setSeriesPaint(series, COLOURS.get(series));
    }
    axis.setRange(LEAST, 5 * axis.getUpperBound()); // the longest bar's label has its place, too
    chart.setBackgroundPaint(Color.WHITE);
    SVGGraphics2D svg = new SVGGraphics2D(WIDTH, HEIGHT);
    svg.setDefsKeyPrefix("serve"); // else made of the time of day
    chart.draw(svg, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    Files.writeString(file, svg.getSVGDocument());
  }
}
