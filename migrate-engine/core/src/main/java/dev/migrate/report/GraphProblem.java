package dev.migrate.report;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One reason why revisions do not form a graph. Each kind carries its data and prints as a
 * sentence. Immutable and thread-safe.
 */
public sealed interface GraphProblem {

  /** How one revision names another. */
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
   * What kind of problem it is, in one word.
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
   * A revision names one that is not there.
   *
   * @param id the revision that asks
   * @param edge how it names the other
   * @param missing the id that is not there
   * @param similar ids that are there and look alike, the closest first, possibly empty
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
      return text + ", which is not there" + (guess.isEmpty() ? "" : "; did you mean " + guess);
    }
  }

  /**
   * A revision names itself.
   *
   * @param edge how it names itself
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
   * Revisions that wait for each other, over parents and dependencies.
   *
   * @param path a shortest cycle through the smallest id: each waits for the next, the last for the
   *     first
   * @param members every revision that waits for itself by way of these, by id; those of the path
   *     among them
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
      String text = arrows + gap + " \u2192 " + path.get(0) + ": each waits for the next";
      return members.size() == path.size()
          ? text
          : text + "; " + members.size() + " revisions are entangled in all";
    }
  }

  /**
   * A revision joins another with one that this one is after already.
   *
   * @param parent the parent that is not needed
   * @param other the parent that is after it
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
   * A label is the same text as the id of a revision.
   *
   * @param holder the revision that carries it
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
