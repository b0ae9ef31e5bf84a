package org.metarec.load;

/**
 * A row that is not to be loaded.
 *
 * @param line where the row begins, from 1; the header is line 1
 */
record WrongRow(String file, long line, String found, String expected) {

  @Override
  public String toString() {
    return "%s, line %d: found %s, expected %s".formatted(file, line, found, expected);
  }
}
