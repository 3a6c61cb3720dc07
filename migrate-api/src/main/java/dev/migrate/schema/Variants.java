package dev.migrate.schema;

import dev.migrate.error.DefinitionException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The variants of a definition, in the order of the dialects' names. */
final class Variants {

  private Variants() {}

  static <T> Map<DialectName, T> copyOf(Map<DialectName, T> variants) {
    return Collections.unmodifiableMap(new TreeMap<>(variants));
  }

  static <T> Map<DialectName, T> with(Map<DialectName, T> variants, DialectName name, T value) {
    Objects.requireNonNull(name, "dialect");
    if (variants.containsKey(name)) {
      throw new DefinitionException(
          "two variants for " + name + ": " + variants.get(name) + " and " + value, "keep one");
    }
    Map<DialectName, T> more = new TreeMap<>(variants);
    more.put(name, value);
    return Collections.unmodifiableMap(more);
  }

  /** The variant for the first name that has one, the most specific name coming first. */
  static <T> T choose(Map<DialectName, T> variants, List<DialectName> names, T otherwise) {
    for (DialectName name : names) {
      T variant = variants.get(name);
      if (variant != null) {
        return variant;
      }
    }
    return otherwise;
  }
}
