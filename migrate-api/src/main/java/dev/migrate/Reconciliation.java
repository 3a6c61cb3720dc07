package dev.migrate;

import dev.migrate.error.DefinitionException;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Records how revisions of two branches read when the other is already there; {@link
 * Revision#reconcile} of the revision that joins the branches declares it.
 *
 * <pre>{@code
 * when.runs(RenameToLogin.ID).after(RenameToUserName.ID, op -> op.renameColumn("user", "user_name", "login"));
 * when.runs(RenameToUserName.ID).after(RenameToLogin.ID, op -> {});
 * }</pre>
 *
 * <p>Every revision stays as it is, runs once on each database and has one row in its history; only
 * what it does depends on what is applied at that moment. Where several variants of a revision
 * hold, the one that was stated last counts. Both orders must end in the same schema; that is
 * checked before anything runs.
 *
 * <p>Not thread-safe, and of use only while the revision's method runs.
 */
public final class Reconciliation {

  private final List<Variant> variants = new ArrayList<>();

  Reconciliation() {}

  /**
   * What a revision does where another one is applied before it.
   *
   * @param operations what it does there instead of its own operations
   */
  public record Variant(RevisionId revision, RevisionId after, List<Operation> operations) {

    /**
     * Checks and copies.
     *
     * @throws DefinitionException if a revision is to run after itself
     */
    public Variant {
      Objects.requireNonNull(revision, "revision");
      Objects.requireNonNull(after, "after");
      operations = List.copyOf(operations);
      if (revision.equals(after)) {
        throw new DefinitionException(
            "revision " + revision + " cannot be reconciled with itself", "name two revisions");
      }
    }

    /**
     * What the revision does there, as if it had recorded that.
     *
     * @return the operations, with the derived downgrade
     */
    public Recording recording() {
      return new Recording(operations, Recording.Downgrade.DERIVED);
    }
  }

  /** A revision of which it is not yet said what it comes after. */
  public final class Running {

    private final RevisionId revision;

    private Running(RevisionId revision) {
      this.revision = revision;
    }

    /**
     * What the revision does where another one is already applied.
     *
     * @param other the other revision, parallel to it
     * @param instead records what runs instead of the revision's own operations, possibly nothing
     * @throws DefinitionException if that was declared before
     */
    public void after(RevisionId other, Consumer<Operations> instead) {
      Variant variant = new Variant(revision, other, Operations.record("reconcile", instead));
      if (variants.stream()
          .anyMatch(v -> v.revision().equals(revision) && v.after().equals(other))) {
        throw new DefinitionException(
            "runs(" + revision + ").after(" + other + ") is declared twice", "declare it once");
      }
      variants.add(variant);
    }

    /**
     * What the revision does where another one is already applied.
     *
     * @param other the other revision's id
     * @param instead records what runs instead of the revision's own operations, possibly nothing
     * @throws DefinitionException if the id is malformed, or that was declared before
     */
    public void after(String other, Consumer<Operations> instead) {
      after(RevisionId.of(other), instead);
    }
  }

  /**
   * Names a revision; {@link Running#after} follows.
   *
   * @param revision an ancestor of the revision that reconciles
   * @return the revision, not yet after another
   */
  public Running runs(RevisionId revision) {
    return new Running(Objects.requireNonNull(revision, "revision"));
  }

  /**
   * Names a revision; {@link Running#after} follows.
   *
   * @param revision the id of an ancestor of the revision that reconciles
   * @return the revision, not yet after another
   * @throws DefinitionException if the id is malformed
   */
  public Running runs(String revision) {
    return runs(RevisionId.of(revision));
  }

  /**
   * Lets a revision say what it reconciles.
   *
   * @return what it said, in that order; usually nothing
   * @throws RevisionException if it threw
   */
  public static List<Variant> of(Revision revision) {
    Reconciliation when = new Reconciliation();
    try {
      revision.reconcile(when);
    } catch (MigrateException refused) {
      throw Recording.failed(
          revision, "reconcile", when.variants.size(), refused.getMessage(), refused);
    } catch (RuntimeException thrown) {
      throw Recording.failed(
          revision, "reconcile", when.variants.size(), thrown.toString(), thrown);
    }
    return List.copyOf(when.variants);
  }
}
