package dev.migrate.engine.branch;

import dev.migrate.operation.Cell;
import dev.migrate.operation.Footprint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which revisions meet in a cell so that their order matters. Looks at each cell once, not at each
 * pair: where those that write a cell come one after the other, everybody else only has to be
 * compared with the writers next to it. Not thread-safe.
 */
final class Overlaps {

  private static final int READS = 1;
  private static final int WRITES = 2;
  private static final int ADDS = 4;

  /** Two revisions, the one with the lower place first. */
  record Pair(int first, int second) implements Comparable<Pair> {

    static Pair of(int one, int other) {
      return new Pair(Math.min(one, other), Math.max(one, other));
    }

    @Override
    public int compareTo(Pair other) {
      return Comparator.comparingInt(Pair::first)
          .thenComparingInt(Pair::second)
          .compare(this, other);
    }
  }

  private final BiPredicate<Integer, Integer> areParallel;
  private final Map<Cell, Map<String, Map<Integer, Integer>>> users = new LinkedHashMap<>();
  private final Map<Integer, Integer> everything = new TreeMap<>();
  private final Set<Integer> all = new TreeSet<>();
  private final Set<Pair> pairs = new TreeSet<>();

  Overlaps(BiPredicate<Integer, Integer> areParallel) {
    this.areParallel = areParallel;
  }

  /** Takes a revision in. */
  void add(int node, Footprint footprint) {
    add(node, footprint.reads(), READS);
    add(node, footprint.writes(), WRITES);
    add(node, footprint.adds(), ADDS);
  }

  private void add(int node, Set<Cell> cells, int way) {
    for (Cell cell : cells) {
      all.add(node);
      if (cell.equals(Cell.EVERYTHING)) {
        everything.merge(node, way, (a, b) -> a | b);
      } else {
        users
            .computeIfAbsent(cell.whole(), whole -> new HashMap<>())
            .computeIfAbsent(cell.detail(), detail -> new TreeMap<>())
            .merge(node, way, (a, b) -> a | b);
      }
    }
  }

  /** The parallel revisions that meet, in order. */
  Set<Pair> pairs() {
    users.values().forEach(this::lookAtAll);
    users.clear();
    for (int node : everything.keySet()) {
      for (int other : all) {
        if (areParallel.test(node, other)) {
          pairs.add(Pair.of(node, other));
        }
      }
    }
    return pairs;
  }

  private void lookAtAll(Map<String, Map<Integer, Integer>> details) {
    @Nullable Map<Integer, Integer> whole = details.get("");
    if (whole != null) {
      look(whole);
    }
    details.forEach(
        (detail, users) -> {
          if (detail.isEmpty()) {
            return;
          }
          if (whole == null) {
            look(users);
          } else {
            Map<Integer, Integer> both = new TreeMap<>(whole);
            users.forEach((node, way) -> both.merge(node, way, (a, b) -> a | b));
            look(both);
          }
        });
  }

  private void look(Map<Integer, Integer> cell) {
    if (cell.size() > 1 && cell.values().stream().anyMatch(way -> way != READS) && !isLine(cell)) {
      List<Map.Entry<Integer, Integer>> list = new ArrayList<>(cell.entrySet());
      for (int i = 0; i < list.size(); i++) {
        for (int j = i + 1; j < list.size(); j++) {
          int one = list.get(i).getKey();
          int other = list.get(j).getKey();
          if (clash(list.get(i).getValue(), list.get(j).getValue())
              && areParallel.test(one, other)) {
            pairs.add(new Pair(one, other));
          }
        }
      }
    }
  }

  /** Whether nobody meets anybody whose order is not fixed. */
  private boolean isLine(Map<Integer, Integer> cell) {
    int writer = -1;
    List<Integer> readers = new ArrayList<>();
    List<Integer> adders = new ArrayList<>();
    for (Map.Entry<Integer, Integer> user : cell.entrySet()) {
      int node = user.getKey();
      int way = user.getValue();
      if ((writer >= 0 && areParallel.test(writer, node))
          || ((way & (WRITES | READS)) != 0 && anyParallel(node, adders))
          || ((way & (WRITES | ADDS)) != 0 && anyParallel(node, readers))) {
        return false;
      }
      if ((way & WRITES) != 0) {
        writer = node;
        readers.clear();
        adders.clear();
      } else {
        if ((way & READS) != 0) {
          readers.add(node);
        }
        if ((way & ADDS) != 0) {
          adders.add(node);
        }
      }
    }
    return true;
  }

  private boolean anyParallel(int node, List<Integer> others) {
    for (int other : others) {
      if (areParallel.test(other, node)) {
        return true;
      }
    }
    return false;
  }

  private static boolean clash(int one, int other) {
    return (one & WRITES) != 0
        || (other & WRITES) != 0
        || ((one & ADDS) != 0 && (other & READS) != 0)
        || ((one & READS) != 0 && (other & ADDS) != 0);
  }
}
