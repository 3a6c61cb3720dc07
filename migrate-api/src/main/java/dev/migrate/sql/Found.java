package dev.migrate.sql;

import java.util.List;

/**
 * Where a text names what gets another name.
 *
 * @param replacements the places that certainly do, in order
 * @param isUnclear whether there are others of which nothing is certain
 */
record Found(List<Replacement> replacements, boolean isUnclear) {

  static final Found NOTHING = new Found(List.of(), false);

  static final Found UNCLEAR = new Found(List.of(), true);

  Found {
    replacements = List.copyOf(replacements);
  }
}
