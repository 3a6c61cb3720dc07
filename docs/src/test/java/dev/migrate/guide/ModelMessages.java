package dev.migrate.guide;

import static dev.migrate.Ddl.*;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.RevisionGraph;
import dev.migrate.error.MigrateException;
import dev.migrate.generate.Answers;
import dev.migrate.generate.GeneratedRevision;
import dev.migrate.generate.Generator;
import dev.migrate.model.Model;
import dev.migrate.schema.DeclaredTable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The texts about models and generated revisions that the guide shows. */
final class ModelMessages {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-30T10:05:00Z"), ZoneOffset.UTC);

  private static final Revision CREATE =
      Revision.of(
          Lineage.of("001_create_account").root(),
          op ->
              op.createTable(
                  "account",
                  column("id", bigint()),
                  column("login", varchar(64)).notNull(),
                  column("legacy_flag", bool()),
                  primaryKey("id")));

  private static final DeclaredTable CHANGED =
      table(
          "account",
          column("id", bigint()),
          column("user_name", varchar(64)).notNull(),
          column("country", character(2)).notNull(),
          primaryKey("id"));

  private ModelMessages() {}

  static String text(String name) {
    return switch (name) {
      case "generated" ->
          Generator.of(RevisionGraph.of(Guide.revisions()))
              .model(AppModel.model().with(ModelsTest.INVOICE))
              .dialect(H2)
              .clock(CLOCK)
              .generate("invoices")
              .orElseThrow()
              .source();
      case "questions" -> refusal(Answers.none());
      case "answered" -> operations(changed(ModelsTest.ANSWERS));
      case "no-question" -> refusal(ModelsTest.ANSWERS.dropped("account.lgacy_flag"));
      case "ahead" ->
          Migrator.on(Guide.database("ahead"))
              .revisions(CREATE)
              .build()
              .check(Model.of(CHANGED))
              .model()
              .orElseThrow()
              .toString();
      case "misfit" ->
          message(
              () ->
                  Model.of(
                          table(
                              "account",
                              column("team_id", bigint()),
                              foreignKey("team_id").references("team")))
                      .schema());
      default -> throw new IllegalArgumentException(name);
    };
  }

  static GeneratedRevision changed(Answers answers) {
    return Generator.of(RevisionGraph.of(CREATE))
        .model(Model.of(CHANGED))
        .dialect(H2)
        .clock(CLOCK)
        .answers(answers)
        .generate("country")
        .orElseThrow();
  }

  /** The source from the comment to the end. */
  private static String operations(GeneratedRevision revision) {
    return revision.source().substring(revision.source().indexOf("/**"));
  }

  private static String refusal(Answers answers) {
    return message(() -> changed(answers));
  }

  private static String message(Runnable mistake) {
    try {
      mistake.run();
    } catch (MigrateException expected) {
      return expected.getMessage();
    }
    throw new AssertionError("no exception");
  }
}
