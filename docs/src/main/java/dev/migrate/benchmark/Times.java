package dev.migrate.benchmark;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was measured of each upgrader, round by round, in milliseconds. */
final class Times {

  private final Map<Upgrader, List<Double>> rounds = new EnumMap<>(Upgrader.class);

  void add(Upgrader upgrader, double time) {
    rounds.computeIfAbsent(upgrader, any -> new ArrayList<>()).add(time);
  }

  /** The first round of each. */
  Map<Upgrader, Double> first() {
    Map<Upgrader, Double> first = new EnumMap<>(Upgrader.class);
    rounds.forEach((upgrader, times) -> first.put(upgrader, times.get(0)));
    return first;
  }

  /** The median of each, which one slow round does not change. */
  Map<Upgrader, Double> medians() {
    Map<Upgrader, Double> medians = new EnumMap<>(Upgrader.class);
    rounds.forEach((upgrader, times) -> medians.put(upgrader, median(times)));
    return medians;
  }

  static double median(List<Double> times) {
    List<Double> sorted = times.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
