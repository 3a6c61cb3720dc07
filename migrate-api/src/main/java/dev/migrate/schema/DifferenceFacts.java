package dev.migrate.schema;

import dev.migrate.error.Facts;
import dev.migrate.schema.SchemaDifference.Entry;
import java.util.List;
import java.util.Optional;

/** A difference as facts of an error, short whatever its size. */
final class DifferenceFacts {

  private static final int SHOWN = 12;
  private static final int LENGTH = 300;

  private DifferenceFacts() {}

  static Facts added(Facts facts, SchemaDifference difference) {
    List<String> missing =
        difference.entries().stream().filter(Entry::isMissing).map(Entry::what).toList();
    List<Entry> others = difference.where(entry -> !entry.isMissing()).entries();
    Facts all = missing.isEmpty() ? facts : facts.list("missing", missing);
    if (others.isEmpty()) {
      return all;
    }
    String shown =
        String.join("\n", others.stream().limit(SHOWN).map(DifferenceFacts::text).toList());
    int more = others.size() - SHOWN;
    return all.with(
        "differs", more > 0 ? shown + "\nand " + more + " more: see difference()" : shown);
  }

  private static String text(Entry entry) {
    return new Entry(entry.element(), entry.attribute(), cut(entry.expected()), cut(entry.actual()))
        .toString();
  }

  private static Optional<String> cut(Optional<String> text) {
    return text.map(value -> value.length() > LENGTH ? value.substring(0, LENGTH) + "…" : value);
  }
}
