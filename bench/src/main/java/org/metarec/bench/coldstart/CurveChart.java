package org.metarec.bench.coldstart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.svg.SVGGraphics2D;

/** The learning curves as a picture: clicks to the right, HR@10 upwards. */
final class CurveChart {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 460;

  /** Told apart by those who see colours differently too (Okabe and Ito). */
  private static final List<Color> COLOURS =
      List.of(new Color(0x0072B2), new Color(0xD55E00), new Color(0x009E73), new Color(0xCC79A7));

  private final XYSeriesCollection lines = new XYSeriesCollection();
  private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();

  /**
   * Adds a line.
   *
   * @param scenario position, which says the colour
   */
  void add(int scenario, String name, CurveLine line, List<CurveLine.Point> points) {
    XYSeries series = new XYSeries(name + line.detail());
    points.forEach(point -> series.add(point.clicks(), point.hitRate()));
    int index = lines.getSeriesCount();
    lines.addSeries(series);
    renderer.setSeriesPaint(index, COLOURS.get(scenario % COLOURS.size()));
    renderer.setSeriesStroke(index, stroke(line));
    renderer.setSeriesShapesVisible(index, line == CurveLine.METAREC);
  }

  private static BasicStroke stroke(CurveLine line) {
    float[] dashes =
        switch (line) {
          case METAREC -> null;
          case NO_ADAPTATION -> new float[] {7, 4};
          case POPULARITY -> new float[] {1.5f, 4};
        };
    return new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
  }

  void write(Path file) throws IOException {
    JFreeChart chart = ChartFactory.createXYLineChart(null, "clicks of the user", "HR@10", lines);
    XYPlot plot = chart.getXYPlot();
    plot.setRenderer(renderer);
    plot.setBackgroundPaint(Color.WHITE);
    plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
    plot.setDomainGridlinePaint(Color.LIGHT_GRAY);
    plot.getDomainAxis().setStandardTickUnits(NumberAxis.createIntegerTickUnits());
    chart.setBackgroundPaint(Color.WHITE);
    SVGGraphics2D svg = new SVGGraphics2D(WIDTH, HEIGHT);
    svg.setDefsKeyPrefix("curve"); // else made of the time of day
    chart.draw(svg, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    Files.writeString(file, svg.getSVGDocument());
  }
}
