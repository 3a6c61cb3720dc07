package dev.migrate.engine;

import dev.migrate.Lineage;
import dev.migrate.Revision;
import dev.migrate.RevisionException;
import dev.migrate.RevisionId;
import dev.migrate.dialect.Dialect;
import dev.migrate.engine.branch.Branches;
import dev.migrate.engine.branch.ConflictRules;
import dev.migrate.engine.plan.CodeRevisions;
import dev.migrate.error.Arguments;
import dev.migrate.error.DefinitionException;
import dev.migrate.report.Conflict;
import dev.migrate.report.ConflictException;
import dev.migrate.report.GraphException;
import dev.migrate.report.PlanException;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The revisions of an application and what comes before what. Immutable and thread-safe; build it
 * once and share it among many migrators, such as one for each tenant.
 */
public final class RevisionGraph {

  private final CodeRevisions known;
  private final AcceptedConflicts accepted;

  private RevisionGraph(CodeRevisions known, AcceptedConflicts accepted) {
    this.known = known;
    this.accepted = accepted;
  }

  /**
   * The graph of these revisions, in whatever order they come.
   *
   * @param revisions the revisions, possibly none
   * @throws GraphException with every problem at once, if an id or label is there twice, a parent
   *     is missing, or revisions wait for themselves
   * @throws RevisionException if a revision or its lineage is null
   */
  public static RevisionGraph of(Collection<? extends Revision> revisions) {
    return new RevisionGraph(
        CodeRevisions.of(Arguments.requireGiven(revisions, "the collection of revisions")),
        AcceptedConflicts.NONE);
  }

  /**
   * The graph of these revisions, in whatever order they come.
   *
   * @param more further revisions
   * @throws GraphException with every problem at once, if an id or label is there twice, a parent
   *     is missing, or revisions wait for themselves
   * @throws RevisionException if a revision or its lineage is null
   */
  public static RevisionGraph of(Revision first, Revision... more) {
    List<Revision> all = new ArrayList<>();
    all.add(first);
    all.addAll(Arrays.asList(Arguments.requireGiven(more, "the list of further revisions")));
    return of(all);
  }

  /** Every revision in the canonical order, which depends on the graph alone. */
  public List<RevisionId> order() {
    return known.graph().order();
  }

  /**
   * The revisions without a child.
   *
   * @return the heads in the canonical order
   */
  public Set<RevisionId> heads() {
    return known.graph().heads();
  }

  /**
   * Where a revision stands.
   *
   * @param id a revision of the graph
   * @throws IllegalArgumentException if the graph has no such revision
   */
  public Lineage lineage(RevisionId id) {
    return known.graph().lineage(id);
  }

  /**
   * A revision.
   *
   * @param id a revision of the graph
   * @throws IllegalArgumentException if the graph has no such revision
   */
  public Revision revision(RevisionId id) {
    return known.revision(id);
  }

  /**
   * The graph of these revisions and another one.
   *
   * @throws GraphException if they do not form a graph
   */
  public RevisionGraph with(Revision another) {
    List<Revision> all = new ArrayList<>(order().stream().map(known::revision).toList());
    all.add(another);
    return new RevisionGraph(CodeRevisions.of(all), accepted);
  }

  /**
   * Lets two revisions run in any order although they conflict, for every migrator of this graph,
   * as {@link MigratorBuilder#acceptConflict(RevisionId, RevisionId, String)} does for one
   * migrator.
   *
   * @param reason why that does no harm
   * @return a copy that accepts this conflict too
   * @throws DefinitionException if the two are the same, are not in the graph, or were accepted
   *     before, or there is no reason
   */
  public RevisionGraph acceptConflict(RevisionId one, RevisionId other, String reason) {
    AcceptedConflicts more = accepted.with(one, other, reason);
    more.requireKnown(this);
    return new RevisionGraph(known, more);
  }

  /**
   * What conflicts between the branches, by the strictest rules for names that there are.
   *
   * @return the conflicts, none if every order of the branches is as good
   * @throws PlanException if a reconciliation does not lead to one schema
   */
  public List<Conflict> conflicts() {
    return Branches.conflicts(known, accepted.reasons(), Optional.empty());
  }

  /**
   * The schema that all revisions make together, without a database.
   *
   * @param dialect the database for which it is wanted
   * @throws ConflictException if branches conflict
   * @throws PlanException if an operation does not fit the schema at its place
   */
  public Schema schema(Dialect dialect) {
    return Branches.schema(known, ConflictRules.of(dialect, accepted.reasons()), dialect.names());
  }

  /**
   * The classes of the revisions that are not made with {@code Revision.of} or {@code join}.
   *
   * @return the classes, possibly none
   */
  public Set<Class<?>> classes() {
    return known.classes();
  }

  RevisionGraph accepting(AcceptedConflicts others) {
    return new RevisionGraph(known, others);
  }

  CodeRevisions known() {
    return known;
  }

  AcceptedConflicts accepted() {
    return accepted;
  }

  @Override
  public String toString() {
    return known.graph().toString();
  }
}
