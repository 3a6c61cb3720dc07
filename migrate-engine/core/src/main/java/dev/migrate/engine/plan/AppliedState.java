package dev.migrate.engine.plan;

import dev.migrate.Lineage;
import dev.migrate.Reconciliation.Variant;
import dev.migrate.Recording;
import dev.migrate.RevisionId;
import dev.migrate.engine.graph.LineageGraph;
import dev.migrate.engine.graph.Targets;
import dev.migrate.schema.DialectName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The revisions that the code has, those that only the history knows, and which of them are
 * applied. Immutable and thread-safe.
 */
public final class AppliedState {

  private final CodeRevisions known;
  private final LineageGraph graph;
  private final Set<RevisionId> applied;
  private final List<RevisionId> unknown;
  private final RecordedHistory history;
  private final List<DialectName> dialect;
  private final Map<RevisionId, RevisionId> ranAfter;
  private final Set<RevisionId> asRecorded;

  /**
   * Puts the code beside a history.
   *
   * @param known the revisions that the code has
   * @param applied the revisions that count as applied
   * @param dialect the names of the dialect at hand, the most specific first
   */
  public AppliedState(
      CodeRevisions known,
      RecordedHistory history,
      Set<RevisionId> applied,
      List<DialectName> dialect) {
    this.known = known;
    this.history = history;
    this.ranAfter = new HashMap<>();
    this.dialect = List.copyOf(dialect);
    Map<RevisionId, Lineage> lineages = new LinkedHashMap<>();
    Set<RevisionId> only = new LinkedHashSet<>();
    for (RecordedHistory.Row row : history.rows()) {
      lineages.put(row.id(), row.lineage());
      if (row.variant().isPresent()) {
        ranAfter.put(row.id(), row.variant().get());
      }
      if (!known.contains(row.id())) {
        only.add(row.id());
      }
    }
    this.unknown = List.copyOf(only);
    this.graph =
        unknown.isEmpty()
            ? known.graph()
            : known
                .graph()
                .union(
                    lineages.values().stream()
                        .filter(lineage -> !known.contains(lineage.id()))
                        .map(lineage -> placed(lineages, lineage))
                        .toList());
    this.applied = Set.copyOf(applied);
    this.asRecorded = Set.of();
  }

  private AppliedState(AppliedState other, Set<RevisionId> applied, Set<RevisionId> asRecorded) {
    this.known = other.known;
    this.history = other.history;
    this.ranAfter = other.ranAfter;
    this.dialect = other.dialect;
    this.unknown = other.unknown;
    this.graph = other.graph;
    this.applied = Set.copyOf(applied);
    this.asRecorded = Set.copyOf(asRecorded);
  }

  /** The same code and history, of which other revisions count as applied. */
  public AppliedState withApplied(Collection<RevisionId> others) {
    return new AppliedState(this, Set.copyOf(others), asRecorded);
  }

  /** The same code and history, where these revisions do what the history says, not the code. */
  public AppliedState withRecorded(Collection<RevisionId> edited) {
    return new AppliedState(this, applied, Set.copyOf(edited));
  }

  /** A revision that only the history knows keeps its edges as far as their ends are known. */
  private Lineage placed(Map<RevisionId, Lineage> lineages, Lineage lineage) {
    List<RevisionId> parents = new ArrayList<>(lineage.parents());
    parents.removeIf(parent -> !known.contains(parent) && !lineages.containsKey(parent));
    Lineage.Start start = Lineage.of(lineage.id());
    Lineage result =
        parents.isEmpty()
            ? start.root()
            : start.after(
                parents.get(0), parents.subList(1, parents.size()).toArray(new RevisionId[0]));
    for (RevisionId dependency : lineage.dependencies()) {
      boolean there = known.contains(dependency) || lineages.containsKey(dependency);
      result = there ? result.dependsOn(dependency) : result;
    }
    return lineage.message().map(result::message).orElse(result);
  }

  /** Every revision, also those that only the history knows. */
  public LineageGraph graph() {
    return graph;
  }

  /** The applied revisions. */
  public Set<RevisionId> applied() {
    return applied;
  }

  /**
   * The applied revisions in the order in which they ran. Where two have the same place, as after
   * two histories were put together, the canonical order counts.
   */
  public List<AppliedRevision> inOrder() {
    List<RecordedHistory.Row> rows = new ArrayList<>();
    for (RecordedHistory.Row row : history.rows()) {
      if (applied.contains(row.id())) {
        rows.add(row);
      }
    }
    rows.sort(this::byPlace);
    List<AppliedRevision> order = new ArrayList<>(rows.size());
    for (RecordedHistory.Row row : rows) {
      order.add(new AppliedRevision(row.id(), row.variant()));
    }
    return Collections.unmodifiableList(order);
  }

  private int byPlace(RecordedHistory.Row one, RecordedHistory.Row other) {
    int order = Long.compare(one.position(), other.position());
    return order != 0
        ? order
        : Integer.compare(graph.position(one.id()), graph.position(other.id()));
  }

  /**
   * Where the applied revisions stand in the graph.
   *
   * @return their lineages, in the order of the graph
   */
  public List<Lineage> appliedLineages() {
    return graph.order().stream().filter(applied::contains).map(graph::lineage).toList();
  }

  /**
   * The revisions of the history that the code does not have.
   *
   * @return their ids in the order of application
   */
  public List<RevisionId> unknown() {
    return unknown;
  }

  /**
   * The revisions that are not applied although something that comes after them is.
   *
   * @return their ids in the canonical order, usually none
   */
  public Set<RevisionId> missing() {
    Set<RevisionId> closed = graph.ancestors(applied);
    return closed.size() == applied.size()
        ? Set.of()
        : closed.stream()
            .filter(id -> !applied.contains(id))
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The revisions that only the history knows and that come after nothing that the code knows: what
   * another application applied, or what the code had before its first revision.
   *
   * @return their ids, usually none
   */
  public Set<RevisionId> foreign() {
    if (unknown.isEmpty()) {
      return Set.of();
    }
    Set<RevisionId> ours = graph.descendants(Set.copyOf(known.graph().order()));
    return unknown.stream()
        .filter(id -> !ours.contains(id))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What targets mean here. */
  public Targets targets() {
    return Targets.of(graph, applied, foreign());
  }

  /** Whether the code has a revision. */
  public boolean isKnown(RevisionId id) {
    return known.contains(id);
  }

  /**
   * A revision's class in short.
   *
   * @return the class's simple name, or the id
   */
  public String name(RevisionId id) {
    return known.name(id);
  }

  /**
   * What a revision recorded, chosen for the dialect at hand: as the code has it, or as the history
   * has it if the code does not know the revision.
   */
  public Recording recording(RevisionId id) {
    return isKnown(id) ? known.recording(id, dialect) : history.recording(id);
  }

  /**
   * How a revision reads where others are applied: as the code states it, and what the history has
   * of a form that the code does not know any more or not yet.
   *
   * @return the variants, of those that hold the last counts; usually none
   */
  public List<Variant> variants(RevisionId id) {
    if (!isKnown(id)) {
      return List.of();
    }
    List<Variant> variants = known.variants(id, dialect);
    RevisionId after = ranAfter.get(id);
    if (after == null
        || !graph.contains(after)
        || variants.stream().anyMatch(variant -> variant.after().equals(after))) {
      return variants;
    }
    List<Variant> all = new ArrayList<>(variants);
    all.add(0, new Variant(id, after, history.recording(id).upgrade()));
    return all;
  }

  /**
   * What a revision does where certain others are applied. Depends on nothing else, so that the
   * schema depends on nothing but the set of applied revisions.
   *
   * @param isPresent whether another revision is applied
   * @return what it does there
   */
  public Variation variation(RevisionId id, Predicate<RevisionId> isPresent) {
    if (asRecorded.contains(id)) {
      return new Variation(history.recording(id), Optional.ofNullable(ranAfter.get(id)));
    }
    Optional<Variant> chosen = Optional.empty();
    for (Variant variant : variants(id)) {
      chosen = isPresent.test(variant.after()) ? Optional.of(variant) : chosen;
    }
    return chosen
        .map(variant -> new Variation(variant.recording(), Optional.of(variant.after())))
        .orElseGet(() -> new Variation(recording(id), Optional.empty()));
  }

  /**
   * What a revision does in the form that its row names.
   *
   * @param after the revision after which it takes that form; empty for its own operations
   * @return what it does
   */
  public Recording recording(RevisionId id, Optional<RevisionId> after) {
    if (asRecorded.contains(id)) {
      return history.recording(id);
    }
    return after.isEmpty()
        ? recording(id)
        : variants(id).stream()
            .filter(variant -> variant.after().equals(after.get()))
            .findFirst()
            .map(Variant::recording)
            .orElseGet(() -> recording(id));
  }

  /**
   * The revision that says how one reads after another.
   *
   * @param variant what it says
   */
  public RevisionId join(Variant variant) {
    return known.join(variant);
  }

  /** Every variant that the code has. */
  public List<Variant> variants() {
    return known.variants();
  }

  /**
   * Checks that a revision to run records the same operations a second time.
   *
   * @param id a revision that the code has
   * @throws dev.migrate.RevisionException if it does not
   */
  public void requireSteady(RevisionId id) {
    known.requireSteady(id);
  }
}
