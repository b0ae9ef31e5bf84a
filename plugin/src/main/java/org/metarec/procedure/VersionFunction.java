package org.metarec.procedure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.UserFunction;

/** Says which metarec this is. */
public final class VersionFunction {

  @UserFunction("metarec.version")
  @Description("The version of the metarec plugin.")
  public String version() {
    Properties properties = new Properties();
    try (InputStream file = VersionFunction.class.getResourceAsStream("metarec.properties")) {
      properties.load(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return properties.getProperty("version");
  }
}
