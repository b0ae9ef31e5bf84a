package org.metarec.bench.coldstart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a learning curve is drawn of, for each scenario. */
enum CurveLine {
  METAREC(""),
  /** Every user keeps the weights before the inner loop, and the prior is trained for that. */
  NO_ADAPTATION(" without adaptation"),
  /** The same for everybody. */
  POPULARITY(" popularity");

  private final String detail;

  CurveLine(String detail) {
    this.detail = detail;
  }

  /** One figure of a line. */
  record Point(int clicks, double hitRate) {}

  /** What stands behind the figure's name. */
  String detail() {
    return detail;
  }

  /** What is to be tested, after training. */
  Scorer scorer(TestBed bed, int clicks, boolean history) {
    return switch (this) {
      case METAREC, NO_ADAPTATION -> bed.metarec(clicks, history);
      case POPULARITY -> bed.popularity();
    };
  }

  /** Trains what is needed. */
  void train(TestBed bed, Map<String, Object> config) {
    switch (this) {
      case METAREC -> bed.train(config);
      case NO_ADAPTATION -> bed.train(withoutAdaptation(config));
      case POPULARITY -> {} // was counted when the folder was read
    }
  }

  private static Map<String, Object> withoutAdaptation(Map<String, Object> train) {
    Object given = train.getOrDefault("without", List.of());
    List<Object> without = new ArrayList<>(given instanceof List<?> list ? list : List.of(given));
    without.add("adaptation");
    Map<String, Object> config = new HashMap<>(train);
    config.put("without", without);
    config
        .keySet()
        .removeAll(List.of("head", "innerSteps", "innerLearningRate")); // would do nothing
    return config;
  }
}
