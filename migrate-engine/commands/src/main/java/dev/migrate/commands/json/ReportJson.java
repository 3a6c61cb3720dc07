package dev.migrate.commands.json;

import dev.migrate.picture.Report;

/** The numbers of a report as JSON. */
public final class ReportJson {

  private ReportJson() {}

  /** The numbers at the top of the page; null where the page has a message instead. */
  public static JsonObject of(Report report) {
    return JsonObject.EMPTY
        .with("applied", report.applied())
        .with("pending", report.pending())
        .with("conflicts", report.conflicts())
        .with("drift", report.drift())
        .with("model", report.model());
  }
}
