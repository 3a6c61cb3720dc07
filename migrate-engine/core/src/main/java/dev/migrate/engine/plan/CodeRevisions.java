package dev.migrate.engine.plan;

import dev.migrate.Lineage;
import dev.migrate.Reconciliation.Variant;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.RevisionException;
import dev.migrate.RevisionId;
import dev.migrate.engine.graph.LineageGraph;
import dev.migrate.engine.json.OperationDifference;
import dev.migrate.engine.json.RecordingJson;
import dev.migrate.error.Facts;
import dev.migrate.schema.DialectName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The revisions that the code has, with what each recorded. Immutable but for a cache of the
 * recordings, and thread-safe.
 */
public final class CodeRevisions {

  private final LineageGraph graph;
  private final Map<RevisionId, Revision> revisions;
  private final Map<RevisionId, Recording> recordings = new ConcurrentHashMap<>();
  private final Map<OnDialect, Recording> resolved = new ConcurrentHashMap<>();
  private final Map<OnDialect, String> digests = new ConcurrentHashMap<>();
  private volatile @Nullable Reconciliations reconciliations;

  private record OnDialect(RevisionId id, List<DialectName> names) {

    @Override
    public boolean equals(Object other) {
      return other instanceof OnDialect that && id.equals(that.id) && names.equals(that.names);
    }

    @Override
    public int hashCode() {
      return 31 * id.hashCode() + names.hashCode();
    }
  }

  private CodeRevisions(LineageGraph graph, Map<RevisionId, Revision> revisions) {
    this.graph = graph;
    this.revisions = revisions;
  }

  /**
   * The graph of these revisions, in whatever order they come.
   *
   * @param revisions the revisions, possibly none
   * @return the revisions with their graph
   * @throws RevisionException if one is null, or its lineage is null or throws
   * @throws dev.migrate.report.GraphException if they do not form a graph
   */
  public static CodeRevisions of(Collection<? extends Revision> revisions) {
    List<Lineage> lineages = new ArrayList<>(revisions.size());
    Map<RevisionId, Revision> byId = new HashMap<>();
    for (Revision revision : revisions) {
      Lineage lineage = lineageOf(revision, lineages.size());
      lineages.add(lineage);
      byId.put(lineage.id(), revision);
    }
    return new CodeRevisions(LineageGraph.of(lineages), byId);
  }

  private static Lineage lineageOf(@Nullable Revision revision, int index) {
    if (revision == null) {
      throw new RevisionException(
          "number " + index,
          Facts.of("the revision at index " + index + " of the collection is null")
              .next("take it out, or construct it"));
    }
    String type = revision.getClass().getName();
    @Nullable Lineage lineage;
    try {
      lineage = revision.lineage();
    } catch (RuntimeException thrown) {
      throw new RevisionException(
          type,
          Facts.of("lineage() of " + type + " failed")
              .with("problem", String.valueOf(thrown.getMessage()))
              .with("left", "no database was touched")
              .next("correct lineage(); it only says where the revision stands"),
          thrown);
    }
    if (lineage == null) {
      throw new RevisionException(
          type,
          Facts.of("lineage() of " + type + " returned null")
              .next("return Lineage.of(\"…\").root() or Lineage.of(\"…\").after(\"…\")"));
    }
    return lineage;
  }

  /** What comes before what. */
  public LineageGraph graph() {
    return graph;
  }

  /** Whether the code has a revision. */
  public boolean contains(RevisionId id) {
    return revisions.containsKey(id);
  }

  /**
   * The classes of the revisions that are not values.
   *
   * @return the classes, possibly none
   */
  public Set<Class<?>> classes() {
    return revisions.values().stream()
        .map(Object::getClass)
        .filter(type -> !type.getPackageName().equals(Revision.class.getPackageName()))
        .collect(Collectors.toSet());
  }

  /**
   * A revision's class in short.
   *
   * @return the class's simple name; the id for values and for what the code does not have
   */
  public String name(RevisionId id) {
    Revision revision = revisions.get(id);
    String name = revision == null ? "" : revision.getClass().getSimpleName();
    return name.isEmpty() || name.equals("RevisionValue") ? id.value() : name;
  }

  /**
   * What a revision recorded, as it is on one dialect.
   *
   * @param id a revision that the code has
   * @param names the dialect's names, the most specific first; none for all dialects at once
   * @return the recording, made once
   * @throws RevisionException if the revision throws
   */
  public Recording recording(RevisionId id, List<DialectName> names) {
    return names.isEmpty()
        ? whole(id)
        : resolved.computeIfAbsent(
            new OnDialect(id, names), key -> RecordingJson.resolve(whole(id), names));
  }

  /**
   * How a revision reads where others are applied, as it is on one dialect.
   *
   * @param id a revision that the code has
   * @param names the dialect's names, the most specific first; none for all dialects at once
   * @return the variants in the order in which they were stated, usually none
   * @throws RevisionException if a revision throws while it reconciles
   * @throws dev.migrate.report.PlanException if one reconciles what it cannot
   */
  public List<Variant> variants(RevisionId id, List<DialectName> names) {
    List<Variant> variants = reconciliations().of(id);
    return variants.isEmpty()
        ? variants
        : variants.stream().map(variant -> resolved(variant, names)).toList();
  }

  private static Variant resolved(Variant variant, List<DialectName> names) {
    return names.isEmpty()
        ? variant
        : new Variant(
            variant.revision(),
            variant.after(),
            RecordingJson.resolve(variant.recording(), names).upgrade());
  }

  /**
   * Every variant of every revision.
   *
   * @return the variants as they were stated
   */
  public List<Variant> variants() {
    return reconciliations().all();
  }

  /**
   * The revision that says how one reads after another.
   *
   * @param variant what it says
   */
  public RevisionId join(Variant variant) {
    return reconciliations().join(variant.revision(), variant.after());
  }

  private Reconciliations reconciliations() {
    Reconciliations known = reconciliations;
    if (known == null) {
      known = Reconciliations.of(graph, this::revision);
      reconciliations = known;
    }
    return known;
  }

  /**
   * The digest of what a revision does on one dialect.
   *
   * @param id a revision that the code has
   * @param names the dialect's names, the most specific first
   * @return the digest of the operations of its upgrade
   * @throws RevisionException if the revision throws
   */
  public String digest(RevisionId id, List<DialectName> names) {
    return digests.computeIfAbsent(
        new OnDialect(id, names), key -> RecordingJson.digest(recording(id, names).upgrade()));
  }

  /**
   * The digest of how a revision reads after another on one dialect.
   *
   * @param id a revision that the code has
   * @param after the other; empty for the revision's own operations
   * @param names the dialect's names, the most specific first
   * @return the digest, if the code says how it reads there
   */
  public Optional<String> digest(
      RevisionId id, Optional<RevisionId> after, List<DialectName> names) {
    if (after.isEmpty()) {
      return Optional.of(digest(id, names));
    }
    return variants(id, names).stream()
        .filter(variant -> variant.after().equals(after.get()))
        .findFirst()
        .map(variant -> RecordingJson.digest(variant.operations()));
  }

  /**
   * Checks that a revision records the same a second time.
   *
   * @param id a revision that the code has
   * @throws RevisionException if the revision throws, or records something else
   */
  public void requireSteady(RevisionId id) {
    Recording first = whole(id);
    Recording second = Recording.of(revision(id));
    if (!first.equals(second)) {
      throw new RevisionException(
          id.value(),
          Facts.of(
                  "revision "
                      + id.titled(name(id))
                      + " is not deterministic: it records something else each time")
              .with("recorded", difference(first, second))
              .with("left", "nothing ran")
              .next(
                  "record constants: no clock, random value, environment or iteration order;\n"
                      + "what is to be computed when it runs belongs in SQL or code"));
    }
  }

  private static String difference(Recording first, Recording second) {
    return OperationDifference.between(first.upgrade(), second.upgrade())
        .map(OperationDifference::toString)
        .orElseGet(
            () ->
                first.upgrade().equals(second.upgrade())
                    ? "another downgrade"
                    : "other declarations of raw SQL or code, or another way to undo it");
  }

  private Recording whole(RevisionId id) {
    return recordings.computeIfAbsent(id, key -> Recording.of(revision(key)));
  }

  /**
   * A revision.
   *
   * @throws IllegalArgumentException if the code has no such revision
   */
  public Revision revision(RevisionId id) {
    Revision revision = revisions.get(id);
    if (revision == null) {
      throw new IllegalArgumentException("the code has no revision " + id);
    }
    return revision;
  }
}
