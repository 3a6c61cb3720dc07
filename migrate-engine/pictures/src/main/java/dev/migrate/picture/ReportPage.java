package dev.migrate.picture;

import dev.migrate.engine.Migrator;
import dev.migrate.error.Arguments;
import dev.migrate.error.MigrateException;
import dev.migrate.model.SchemaSource;
import dev.migrate.picture.graph.Drawing;
import dev.migrate.picture.page.Finding;
import dev.migrate.picture.page.Page;
import dev.migrate.picture.page.ReportContent;
import dev.migrate.picture.schema.SchemaDrawing;
import dev.migrate.report.Conflict;
import dev.migrate.report.RevisionInfo;
import dev.migrate.report.Script;
import dev.migrate.schema.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A report about a database as one HTML page: the graph of the revisions, conflicts, the plan of an
 * upgrade with its SQL, the schema as an entity diagram, drift, and the history with durations. The
 * page needs neither a network nor JavaScript, is dark or light as the reader wants it, and can be
 * printed. Of very many revisions or tables it shows a part, and says what it leaves out. Immutable
 * and thread-safe.
 *
 * <pre>{@code
 * Files.writeString(Path.of("report.html"), ReportPage.of(migrator).html());
 * }</pre>
 */
public final class ReportPage {

  /** How often a report is read while another process migrates. */
  private static final int READINGS = 5;

  private final Migrator migrator;
  private final String title;
  private final @Nullable SchemaSource model;
  private final @Nullable Instant at;

  private ReportPage(
      Migrator migrator, String title, @Nullable SchemaSource model, @Nullable Instant at) {
    this.migrator = migrator;
    this.title = title;
    this.model = model;
    this.at = at;
  }

  /** A report about the database of a migrator. Nothing is read yet. */
  public static ReportPage of(Migrator migrator) {
    return new ReportPage(
        Arguments.requireGiven(migrator, "the migrator"), "Migration report", null, null);
  }

  /** Sets the heading; {@code Migration report} by default. */
  public ReportPage title(String text) {
    return new ReportPage(migrator, Arguments.requireGiven(text, "the title"), model, at);
  }

  /** Sets the model, with which the revisions are compared too. */
  public ReportPage model(SchemaSource source) {
    return new ReportPage(migrator, title, Arguments.requireGiven(source, "the model"), at);
  }

  /** Sets the time that the report shows as its own; none by default. */
  public ReportPage at(Instant time) {
    return new ReportPage(migrator, title, model, Arguments.requireGiven(time, "the time"));
  }

  /**
   * Reads the database and writes the page, as {@link #read()} does.
   *
   * @throws PictureException as {@link #read()} does
   * @throws MigrateException if the database or its history cannot be read at all
   */
  public String html() {
    return read().html();
  }

  /**
   * Reads the database and writes the page. Where a question is refused, such as the plan of
   * branches that conflict, the page has the message. All that it shows was so at one time: if the
   * history changes meanwhile, it reads again.
   *
   * @throws PictureException if the history kept changing
   * @throws MigrateException if the database or its history cannot be read at all
   */
  public Report read() {
    List<RevisionInfo> history = migrator.history();
    for (int i = 0; i < READINGS; i++) {
      ReportContent content = content(history);
      List<RevisionInfo> now = migrator.history();
      if (now.equals(history)) {
        return new Report(
            Page.of(content),
            content.applied(),
            content.pending(),
            content.conflictCount(),
            content.driftCount(),
            content.modelCount());
      }
      history = now;
    }
    throw PictureException.changing();
  }

  private ReportContent content(List<RevisionInfo> history) {
    Finding<List<Conflict>> conflicts = Finding.of(migrator::conflicts);
    Finding<Script> plan = Finding.of(migrator::upgradeScript);
    Optional<Script> upgrade = plan.value().filter(script -> !script.plan().isEmpty());
    Finding<Schema> schema =
        upgrade
            .map(script -> new Finding<>(Optional.of(after(script)), ""))
            .orElseGet(() -> Finding.of(migrator::schema));
    Optional<Schema> before = upgrade.map(script -> script.plan().steps().get(0).before());
    return new ReportContent(
        title,
        Optional.ofNullable(at),
        history,
        Drawing.of(history, conflicts.value().orElse(List.of())),
        conflicts,
        plan,
        schema,
        schema.value().map(made -> SchemaDrawing.of(made, before)),
        upgrade.isPresent(),
        Finding.of(() -> model == null ? migrator.check() : migrator.check(model)));
  }

  private static Schema after(Script script) {
    int last = script.plan().steps().size() - 1;
    return script.plan().steps().get(last).after();
  }
}
