package dev.migrate.testkit.dialect.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.error.MigrateException;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.report.Outcome;
import dev.migrate.report.RevisionInfo;
import java.util.List;
import java.util.function.Consumer;

/** How the contracts write revisions, run them, and read what ran. */
final class Revisions {

  private Revisions() {}

  /** A revision after another one, or the first. */
  static Revision revision(String id, String after, Consumer<Operations> operations) {
    Lineage lineage = after.isEmpty() ? Lineage.of(id).root() : Lineage.of(id).after(after);
    return Revision.of(lineage, operations);
  }

  /** Runs the upgrade; the test is skipped if the dialect refuses what it is about. */
  static void upgrade(Migrator migrator, String target) {
    try {
      migrator.upgrade(target);
    } catch (MigrateException refused) {
      assumeTrue(!isUnsupported(refused), refused.getMessage());
      throw refused;
    }
  }

  /** Runs the upgrade to the heads, unless the dialect refuses what it is about. */
  static void upgrade(Migrator migrator) {
    upgrade(migrator, "heads");
  }

  private static boolean isUnsupported(Throwable failure) {
    return failure instanceof UnsupportedByDialectException
        || (failure.getCause() != null && isUnsupported(failure.getCause()));
  }

  /** The ids of what ran. */
  static List<String> ids(Outcome outcome) {
    return outcome.revisions().stream().map(id -> id.value()).toList();
  }

  /** The ids of revisions that were asked for. */
  static List<String> ids(List<RevisionInfo> infos) {
    return infos.stream().map(info -> info.id().value()).toList();
  }
}
