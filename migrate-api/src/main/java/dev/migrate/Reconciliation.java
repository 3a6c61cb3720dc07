package dev.migrate;

import dev.migrate.error.DefinitionException;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Records what revisions of two branches do when the other is already applied; the revision that
 * joins the branches declares it in {@link Revision#reconcile}.
 *
 * <pre>{@code
 * when.runs(RenameToLogin.ID).after(RenameToUserName.ID, op -> op.renameColumn("user", "user_name", "login"));
 * when.runs(RenameToUserName.ID).after(RenameToLogin.ID, op -> {});
 * }</pre>
 *
 * <p>Every revision stays as it is, runs once on each database and has one row in its history; only
 * what it does depends on what is applied at that moment. If several variants of a revision apply,
 * the one declared last wins. Both orders must end in the same schema; that is checked before
 * anything runs.
 *
 * <p>Not thread-safe, and valid only while the revision's method runs.
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
     * The variant in the form in which a revision records.
     *
     * @return the operations, with the derived downgrade
     */
    public Recording recording() {
      return new Recording(operations, Recording.Downgrade.DERIVED);
    }
  }

  /** A revision for which {@link #after} is still missing. */
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
     * @throws DefinitionException if this was declared before
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
     * @throws DefinitionException if the id is malformed, or this was declared before
     */
    public void after(String other, Consumer<Operations> instead) {
      after(RevisionId.of(other), instead);
    }
  }

  /**
   * Names a revision; continue with {@link Running#after}.
   *
   * @param revision an ancestor of the revision that reconciles
   * @return the revision, still without another one
   */
  public Running runs(RevisionId revision) {
    return new Running(Objects.requireNonNull(revision, "revision"));
  }

  /**
   * Names a revision; continue with {@link Running#after}.
   *
   * @param revision the id of an ancestor of the revision that reconciles
   * @return the revision, still without another one
   * @throws DefinitionException if the id is malformed
   */
  public Running runs(String revision) {
    return runs(RevisionId.of(revision));
  }

  /**
   * Calls {@link Revision#reconcile} and returns what it declared.
   *
   * @return the variants in the order of declaration; usually none
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
