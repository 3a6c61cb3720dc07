package dev.migrate.engine.graph;

import dev.migrate.RevisionId;
import java.util.AbstractSet;
import java.util.BitSet;
import java.util.Iterator;

/** Revisions of one graph, in its canonical order. Immutable and thread-safe. */
final class RevisionSet extends AbstractSet<RevisionId> {

  private final LineageGraph graph;
  private final BitSet positions;
  private final int size;

  /** Does not copy the positions; callers must not change them afterwards. */
  RevisionSet(LineageGraph graph, BitSet positions) {
    this.graph = graph;
    this.positions = positions;
    this.size = positions.cardinality();
  }

  @Override
  public boolean contains(Object other) {
    return other instanceof RevisionId id
        && graph.contains(id)
        && positions.get(graph.position(id));
  }

  @Override
  public Iterator<RevisionId> iterator() {
    return positions.stream().mapToObj(graph::at).iterator();
  }

  @Override
  public int size() {
    return size;
  }
}
