package dev.migrate.source;

import java.util.Collection;
import java.util.TreeSet;

/** The classes that source names beside the words of {@code Ddl}. Not thread-safe. */
final class Imports {

  private final Collection<String> names = new TreeSet<>();
  private boolean words;

  /** Names a class. */
  String use(Class<?> type) {
    names.add(type.getName());
    return type.getSimpleName();
  }

  /** Uses a word of {@code Ddl}. */
  void useWords() {
    words = true;
  }

  boolean usesWords() {
    return words;
  }

  Collection<String> names() {
    return names;
  }
}
