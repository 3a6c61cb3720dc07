package dev.migrate.report;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A reason why revisions do not form a graph. Each kind has its own data and prints as a sentence.
 * Immutable and thread-safe.
 */
public sealed interface GraphProblem {

  /** How one revision refers to another. */
  enum Edge {
    /** As a parent. */
    AFTER("after"),
    /** As a dependency. */
    DEPENDS_ON("depends on");

    private final String words;

    Edge(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * The kind of problem, in one word.
   *
   * @return {@code duplicate}, {@code unknown}, {@code self}, {@code cycle}, {@code join} or {@code
   *     label}
   */
  String kind();

  /**
   * Several revisions have the same id.
   *
   * @param lineages the revisions, two or more
   */
  record DuplicateId(RevisionId id, List<Lineage> lineages) implements GraphProblem {

    /** Copies the list. */
    public DuplicateId {
      lineages = List.copyOf(lineages);
    }

    @Override
    public String kind() {
      return "duplicate";
    }

    @Override
    public String toString() {
      String all =
          lineages.stream()
              .map(lineage -> "\"" + lineage + "\"")
              .collect(Collectors.joining(" and "));
      return lineages.size() + " revisions have the id " + id + ": " + all;
    }
  }

  /**
   * A revision refers to one that does not exist.
   *
   * @param id the referring revision
   * @param edge how it refers to the other
   * @param missing the unknown id
   * @param similar similar known ids, the closest first, possibly empty
   */
  record UnknownRevision(RevisionId id, Edge edge, RevisionId missing, List<RevisionId> similar)
      implements GraphProblem {

    /** Copies the list. */
    public UnknownRevision {
      similar = List.copyOf(similar);
    }

    @Override
    public String kind() {
      return "unknown";
    }

    @Override
    public String toString() {
      String text = id + " " + (edge == Edge.AFTER ? "is " : "") + edge + " " + missing;
      String guess = similar.stream().map(RevisionId::toString).collect(Collectors.joining(" or "));
      return text + ", which does not exist" + (guess.isEmpty() ? "" : "; did you mean " + guess);
    }
  }

  /**
   * A revision refers to itself.
   *
   * @param edge how it refers to itself
   */
  record SelfReference(RevisionId id, Edge edge) implements GraphProblem {

    @Override
    public String kind() {
      return "self";
    }

    @Override
    public String toString() {
      return id + " " + (edge == Edge.AFTER ? "is " : "") + edge + " itself";
    }
  }

  /**
   * Revisions form a cycle over parents and dependencies.
   *
   * @param path a shortest cycle through the smallest id: each needs the next, the last one the
   *     first
   * @param members all revisions on cycles through these, by id, including the path
   */
  record Cycle(List<RevisionId> path, List<RevisionId> members) implements GraphProblem {

    private static final int PRINTED = 20;

    /** Copies the lists. */
    public Cycle {
      path = List.copyOf(path);
      members = List.copyOf(members);
    }

    @Override
    public String kind() {
      return "cycle";
    }

    @Override
    public String toString() {
      String arrows =
          path.stream()
              .limit(PRINTED)
              .map(RevisionId::toString)
              .collect(Collectors.joining(" \u2192 "));
      String gap = path.size() > PRINTED ? " \u2192 \u2026" : "";
      String text = arrows + gap + " \u2192 " + path.get(0) + ": each needs the next";
      return members.size() == path.size()
          ? text
          : text + "; " + members.size() + " revisions are on such cycles";
    }
  }

  /**
   * A revision joins two parents of which one is already an ancestor of the other.
   *
   * @param parent the redundant parent
   * @param other the parent that comes after it
   */
  record NoJoin(RevisionId id, RevisionId parent, RevisionId other) implements GraphProblem {

    @Override
    public String kind() {
      return "join";
    }

    @Override
    public String toString() {
      return id
          + " is after "
          + parent
          + " and "
          + other
          + ", but "
          + other
          + " already comes after "
          + parent
          + "; name "
          + other
          + " alone";
    }
  }

  /**
   * Several revisions carry the same label.
   *
   * @param holders the revisions, by id
   */
  record DuplicateLabel(String label, List<RevisionId> holders) implements GraphProblem {

    /** Copies the list. */
    public DuplicateLabel {
      holders = List.copyOf(holders);
    }

    @Override
    public String kind() {
      return "label";
    }

    @Override
    public String toString() {
      String all = holders.stream().map(RevisionId::toString).collect(Collectors.joining(" and "));
      return "the label " + label + " is on " + all;
    }
  }

  /**
   * A label equals the id of a revision.
   *
   * @param holder the revision with the label
   */
  record LabelIsId(String label, RevisionId holder) implements GraphProblem {

    @Override
    public String kind() {
      return "label";
    }

    @Override
    public String toString() {
      return "the label " + label + " on " + holder + " is also the id of a revision";
    }
  }
}
