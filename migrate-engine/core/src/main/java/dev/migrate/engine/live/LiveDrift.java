package dev.migrate.engine.live;

import dev.migrate.report.Drift;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.SchemaDifference.Entry;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares a whole database with a declared schema. */
public final class LiveDrift {

  private LiveDrift() {}

  /** How the database differs from what is declared. */
  public static Drift of(LiveSchema database, Schema declared) {
    Schema inspected = database.inspected(declared.namespaces());
    Schema live = database.dialect().canonical(inspected);
    TextComparison texts = TextComparison.of(database, declared, inspected, name -> true);
    SchemaDifference all = database.difference(declared, live);
    List<Entry> uncertain =
        new UncertainEntries(database, declared, inspected).among(all).entries();
    SchemaDifference certain =
        all.where(entry -> !uncertain.contains(entry)).and(texts.difference());
    Set<ElementName> unknown = new TreeSet<>(texts.unknown());
    uncertain.stream().map(Entry::element).forEach(unknown::add);
    return new Drift(
        certain.where(entry -> !isUndeclared(entry)),
        certain.where(LiveDrift::isUndeclared).entries().stream().map(Entry::element).toList(),
        live.unmodelled(),
        List.copyOf(unknown));
  }

  /** An object that no revision mentions may be anybody's; a part of a declared table is not. */
  private static boolean isUndeclared(Entry entry) {
    return entry.isUnexpected() && !entry.element().kind().isPart();
  }
}
