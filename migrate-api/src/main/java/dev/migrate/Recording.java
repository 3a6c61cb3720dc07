package dev.migrate;

import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operation;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a revision recorded: its operations as data. Immutable and thread-safe.
 *
 * @param upgrade the operations of the upgrade
 * @param downgrade what the downgrade does
 */
public record Recording(List<Operation> upgrade, Downgrade downgrade) {

  /** Copies. */
  public Recording {
    upgrade = List.copyOf(upgrade);
  }

  /**
   * What a downgrade does.
   *
   * @param before operations before the derived ones, or all of them
   * @param undoesUpgrade whether the derived inverse of the upgrade is part of it
   * @param after operations after the derived ones
   */
  public record Downgrade(List<Operation> before, boolean undoesUpgrade, List<Operation> after) {

    /** The derived inverse of the upgrade and nothing else. */
    public static final Downgrade DERIVED = new Downgrade(List.of(), true, List.of());

    /** Copies. */
    public Downgrade {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /**
   * Calls a revision's methods and returns what it recorded.
   *
   * @return what it recorded
   * @throws RevisionException if it threw
   */
  public static Recording of(Revision revision) {
    Objects.requireNonNull(revision, "revision");
    Operations upgrade = new Operations("upgrade");
    call(revision, "upgrade", upgrade, revision::upgrade);
    Operations downgrade = new Operations("downgrade");
    call(revision, "downgrade", downgrade, revision::downgrade);
    return new Recording(upgrade.recorded(), downgrade.recordedDowngrade());
  }

  private static void call(
      Revision revision, String method, Operations operations, Consumer<Operations> body) {
    try {
      body.accept(operations);
    } catch (MigrateException refused) {
      throw failed(revision, method, operations.size(), refused.getMessage(), refused);
    } catch (RuntimeException thrown) {
      throw failed(revision, method, operations.size(), thrown.toString(), thrown);
    } finally {
      operations.close();
    }
  }

  /** The revision's id, or another name if {@code lineage()} fails. */
  private static String id(Revision revision, String otherwise) {
    try {
      return revision.lineage().id().value();
    } catch (RuntimeException alsoFails) {
      return otherwise;
    }
  }

  static RevisionException failed(
      Revision revision,
      String method,
      int recorded,
      @Nullable String problem,
      RuntimeException thrown) {
    String type = revision.getClass().getName();
    String name = type.substring(type.lastIndexOf('.') + 1);
    String id = id(revision, name);
    String where = id.equals(name) || revision instanceof RevisionValue ? "" : " (" + name + ")";
    return new RevisionException(
        id,
        Facts.of("revision " + id + where + " failed while recording " + method + "()")
            .with("after", recorded + " recorded operations")
            .with("problem", String.valueOf(problem))
            .with("left", "no database was touched")
            .next("correct " + method + "(); it must record the same operations every time"),
        thrown);
  }
}
