package org.metarec.bench;

import java.util.Map;

/** Numbers among the settings of an experiment. */
record Numbers(Map<String, Object> settings) {

  /** The number of that name, or what is usual. */
  double of(String key, double usual) {
    return settings.get(key) instanceof Number number ? number.doubleValue() : usual;
  }
}
