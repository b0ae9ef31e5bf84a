package org.metarec.procedure;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import org.metarec.procedure.job.Job;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Procedure;

/** Shows the long calls while they run. */
public final class ProgressProcedure {
  @Context public Metarec metarec;

  @Procedure(name = "metarec.progress", mode = Mode.READ)
  @Description("Lists the running jobs of this database (train, adapt, drop) and how far they are.")
  public Stream<Row> progress() {
    return metarec.jobs().running().stream().map(job -> Row.of(job, metarec.clock().getZone()));
  }

  /** One running job. */
  public record Row(
      @Description("Name of the job, unique in its database since that started.") String jobId,
      @Description("What is being done, with the name of the model.") String task,
      @Description("Share of the work done, 0 to 1.") double progress,
      @Description("When the call began.") ZonedDateTime startedAt,
      @Description("Milliseconds since then.") long elapsedMillis,
      @Description("Milliseconds to go at the pace so far; null at the very beginning.")
          Long remainingMillis) {

    private static Row of(Job job, ZoneId zone) {
      var remaining = job.remainingMillis();
      return new Row(
          job.id(),
          job.description(),
          job.fraction(),
          job.startedAt().atZone(zone),
          job.elapsedMillis(),
          remaining.isPresent() ? remaining.getAsLong() : null);
    }
  }
}
