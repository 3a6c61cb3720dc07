package dev.migrate.picture;

import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.picture.graph.Drawing;
import dev.migrate.picture.page.Finding;
import dev.migrate.picture.page.Page;
import dev.migrate.picture.page.ReportContent;
import dev.migrate.picture.schema.SchemaDrawing;
import dev.migrate.report.RevisionInfo;
import dev.migrate.report.RevisionState;
import dev.migrate.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

/** Reports about small and large databases. */
final class ReportSamples {

  static final String HOSTILE = "</script></style><img src=x onerror=alert(1)> ]]> \" ' &lt;";
  private static final Instant TIME = Instant.parse("2026-03-01T09:30:00Z");

  private static final List<Revision> APPLIED =
      List.of(
          Revision.of(
              Lineage.of("001_account").root().message("Create accounts"),
              op ->
                  op.createTable(
                      "account",
                      column("id", bigint()).notNull(),
                      column("email", varchar(320)).notNull(),
                      primaryKey("id"),
                      unique("email"))),
          Revision.of(
              Lineage.of("002_invoice").after("001_account").label("billing").message("Invoices"),
              op ->
                  op.createTable(
                      "invoice",
                      column("id", bigint()).notNull(),
                      column("account_id", bigint()).notNull(),
                      column("total", decimal(12, 2)),
                      primaryKey("id"),
                      foreignKey("account_id").references("account"))),
          Revision.of(
              Lineage.of("003_profile").after("001_account").label("profile"),
              op ->
                  op.createTable(
                      "profile",
                      column("account_id", bigint()).notNull(),
                      column("nickname", varchar(40)),
                      primaryKey("account_id"),
                      foreignKey("account_id").references("account"))));

  private static final List<Revision> PENDING =
      List.of(
          Revision.of(
              Lineage.of("005_both").after("002_invoice", "003_profile").message(HOSTILE),
              op -> op.addColumn("profile", column("born \"<b>", date()))),
          Revision.of(
              Lineage.of("006_payment").after("005_both"),
              op -> {
                op.createTable(
                    "payment",
                    column("id", bigint()).notNull(),
                    column("invoice_id", bigint()).notNull(),
                    primaryKey("id"),
                    foreignKey("invoice_id").references("invoice"));
                op.dropColumn("invoice", "total");
              }));

  private ReportSamples() {}

  static RevisionGraph applied() {
    return RevisionGraph.of(APPLIED);
  }

  /** Some applied and some pending revisions, and a column that no revision knows. */
  static Migrator migrator(Revision... more) {
    JdbcDataSource source = source();
    List<Revision> revisions = new ArrayList<>(APPLIED);
    Migrator.on(source).revisions(RevisionGraph.of(revisions)).build().upgrade();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter table account add column surprise int");
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
    revisions.addAll(PENDING);
    revisions.addAll(List.of(more));
    return Migrator.on(source).revisions(RevisionGraph.of(revisions)).build();
  }

  static JdbcDataSource source() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    return source;
  }

  static String report() {
    return ReportPage.of(migrator()).at(TIME).html();
  }

  /** A line of 10,000 applied revisions with long messages. */
  static String large() {
    List<RevisionInfo> history = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      Lineage.Start start = Lineage.of("r" + i);
      Lineage lineage = i == 0 ? start.root() : start.after("r" + (i - 1));
      history.add(
          new RevisionInfo(
              lineage.message("message & ".repeat(60) + i),
              "r" + i,
              RevisionState.DONE,
              true,
              i == 9_999,
              false,
              Optional.of(TIME.plusSeconds(i)),
              Optional.of(Duration.ofMillis(i % 700))));
    }
    Migrator empty = Migrator.on(source()).revisions(RevisionGraph.of(List.of())).build();
    Schema schema = Schemas.random(60, 60);
    return Page.of(
        new ReportContent(
            "Large",
            Optional.empty(),
            history,
            Drawing.of(history, List.of()),
            Finding.of(List::of),
            Finding.of(empty::upgradeScript),
            Finding.of(() -> schema),
            Optional.of(SchemaDrawing.of(schema, Optional.empty())),
            false,
            Finding.of(empty::check)));
  }
}
