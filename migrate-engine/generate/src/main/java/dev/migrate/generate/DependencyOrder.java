package dev.migrate.generate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;

/** Puts elements in an order in which each comes after those that it needs. */
final class DependencyOrder {

  private DependencyOrder() {}

  /**
   * The elements in their order as far as possible; where some need each other in a circle, the
   * first of those left comes first.
   *
   * @param key what an element is known by
   * @param needs the keys of what has to come before an element; those of other elements, and its
   *     own, do not count
   */
  static <T, K> List<T> of(
      List<T> elements, Function<T, K> key, Function<T, ? extends Collection<K>> needs) {
    Map<K, Integer> places = new HashMap<>();
    for (int place = 0; place < elements.size(); place++) {
      places.put(key.apply(elements.get(place)), place);
    }
    int[] missing = new int[elements.size()];
    List<List<Integer>> waiting = new ArrayList<>();
    elements.forEach(element -> waiting.add(new ArrayList<>()));
    for (int place = 0; place < elements.size(); place++) {
      for (K needed : needs.apply(elements.get(place))) {
        Integer other = places.get(needed);
        if (other != null && other != place) {
          waiting.get(other).add(place);
          missing[place]++;
        }
      }
    }
    List<T> ordered = new ArrayList<>();
    places(missing, waiting).forEach(place -> ordered.add(elements.get(place)));
    return ordered;
  }

  private static List<Integer> places(int[] missing, List<List<Integer>> waiting) {
    PriorityQueue<Integer> ready = new PriorityQueue<>();
    for (int place = 0; place < missing.length; place++) {
      if (missing[place] == 0) {
        ready.add(place);
      }
    }
    boolean[] done = new boolean[missing.length];
    List<Integer> order = new ArrayList<>();
    int first = 0;
    while (order.size() < missing.length) {
      while (done[first]) {
        first++;
      }
      int next = ready.isEmpty() ? first : ready.remove();
      if (done[next]) {
        continue;
      }
      done[next] = true;
      order.add(next);
      for (int place : waiting.get(next)) {
        missing[place]--;
        if (missing[place] == 0) {
          ready.add(place);
        }
      }
    }
    return order;
  }
}
