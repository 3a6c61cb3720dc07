package dev.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The arguments of a method that takes at least one. */
final class Several {

  private Several() {}

  static <T> List<T> of(T first, T[] more) {
    List<T> all = new ArrayList<>();
    all.add(Objects.requireNonNull(first, "first"));
    for (T next : Objects.requireNonNull(more, "more")) {
      all.add(Objects.requireNonNull(next, () -> "more[" + (all.size() - 1) + "]"));
    }
    return List.copyOf(all);
  }

  static <T> List<T> joined(List<T> front, List<T> back) {
    List<T> all = new ArrayList<>(front);
    all.addAll(back);
    return all;
  }
}
