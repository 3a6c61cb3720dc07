package dev.migrate;

import dev.migrate.error.Arguments;
import java.util.ArrayList;
import java.util.List;

/** The arguments of a method that takes at least one. */
final class Several {

  private Several() {}

  static <T> List<T> of(T first, T[] more) {
    Arguments.requireGiven(first, "argument 1 of several");
    if (more != null && more.length == 0) {
      return List.of(first);
    }
    List<T> all = new ArrayList<>();
    all.add(first);
    for (T next : Arguments.requireGiven(more, "the list of further arguments")) {
      all.add(next != null ? next : Arguments.requireGiven(next, which(all.size())));
    }
    return List.copyOf(all);
  }

  private static String which(int before) {
    return "argument " + (before + 1) + " of several";
  }

  static <T> List<T> joined(List<T> front, List<T> back) {
    List<T> all = new ArrayList<>(front);
    all.addAll(back);
    return all;
  }
}
