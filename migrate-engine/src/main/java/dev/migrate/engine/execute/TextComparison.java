package dev.migrate.engine.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Inspector;
import dev.migrate.engine.connect.Session;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.Expression;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.SchemaDifference.Entry;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Compares the texts that a database rewrites, and that the canonical form leaves out for it:
 * conditions, computations, expressions and queries. The database is asked how it would store the
 * declared ones.
 *
 * @param difference the texts that differ
 * @param unknown the elements with a text of which it cannot be told
 */
record TextComparison(SchemaDifference difference, Set<ElementName> unknown) {

  /** A text of an element, such as the condition of a check. */
  private record Place(ElementName element, String attribute) {}

  /**
   * Compares what both schemas have: a declared one, and an inspected one in its own words.
   *
   * @param wanted the tables and views to compare
   */
  static TextComparison of(
      Site site, Schema declared, Schema inspected, Predicate<QualifiedName> wanted) {
    Map<QualifiedName, Map<Place, String>> texts = new LinkedHashMap<>();
    for (Table table : declared.tables()) {
      inspected
          .findTable(table.name())
          .filter(known -> wanted.test(known.name()))
          .map(live -> common(texts(site, table), texts(site, live)))
          .filter(both -> !both.isEmpty())
          .ifPresent(both -> texts.put(table.name(), both));
    }
    boolean keeps = site.dialect().keepsTexts();
    Collected collected = new Collected(site.dialect(), new ArrayList<>(), new TreeSet<>());
    if (!keeps && !texts.isEmpty()) {
      Map<QualifiedName, Table> stored = stored(site, declared, texts.keySet());
      texts.forEach(
          (name, both) -> {
            Map<Place, String> live = texts(site, inspected.table(name));
            Optional<Map<Place, String>> known =
                Optional.ofNullable(stored.get(name)).map(table -> texts(site, table));
            both.forEach(
                (place, text) ->
                    collected.compare(
                        place,
                        known.map(all -> all.getOrDefault(place, text)),
                        text,
                        live.getOrDefault(place, "")));
          });
    }
    Set<QualifiedName> views =
        declared.views().stream()
            .filter(view -> wanted.test(view.name()) && view.query().isPresent())
            .map(View::name)
            .filter(name -> inspected.findView(name).flatMap(View::query).isPresent())
            .collect(Collectors.toSet());
    if (!views.isEmpty()) {
      views(site, declared, inspected, views, collected);
    }
    return new TextComparison(new SchemaDifference(collected.entries()), collected.unknown());
  }

  private static void views(
      Site site,
      Schema declared,
      Schema inspected,
      Set<QualifiedName> common,
      Collected collected) {
    boolean keeps = site.dialect().keepsTexts();
    Map<QualifiedName, Expression> stored = keeps ? Map.of() : queries(site, declared, common);
    for (QualifiedName name : common.stream().sorted().toList()) {
      String text = text(site, declared.view(name).query().orElseThrow());
      Optional<String> known =
          keeps
              ? Optional.of(text)
              : Optional.ofNullable(stored.get(name)).map(query -> text(site, query));
      collected.compare(
          new Place(ElementName.view(name), "query"),
          known,
          text,
          text(site, inspected.view(name).query().orElseThrow()));
    }
  }

  private record Collected(Dialect dialect, List<Entry> entries, Set<ElementName> unknown) {

    /** A text that looks the same is the same, whatever the database would make of it. */
    void compare(Place place, Optional<String> stored, String declared, String live) {
      if (areAlike(declared, live) || stored.filter(text -> areAlike(text, live)).isPresent()) {
        return;
      } else if (stored.isEmpty()) {
        unknown.add(place.element());
      } else {
        entries.add(
            new Entry(
                place.element(),
                Optional.of(place.attribute()),
                Optional.of(declared),
                Optional.of(live)));
      }
    }

    private boolean areAlike(String one, String other) {
      return dialect.comparableText(one).equals(dialect.comparableText(other));
    }
  }

  private static Map<Place, String> common(Map<Place, String> one, Map<Place, String> other) {
    Map<Place, String> common = new LinkedHashMap<>(one);
    common.keySet().retainAll(other.keySet());
    return common;
  }

  private static Map<Place, String> texts(Site site, Table table) {
    Map<Place, String> texts = new LinkedHashMap<>();
    for (Column column : table.columns()) {
      ElementName name = ElementName.column(table.name(), column.name());
      column
          .generated()
          .ifPresent(g -> texts.put(new Place(name, "computation"), text(site, g.expression())));
      column
          .defaultValue()
          .map(value -> value.on(site.dialect().names()))
          .filter(Expression.class::isInstance)
          .map(Expression.class::cast)
          .ifPresent(value -> texts.put(new Place(name, "default"), text(site, value)));
    }
    table.constraints().stream()
        .filter(Check.class::isInstance)
        .map(Check.class::cast)
        .forEach(
            check ->
                texts.put(
                    new Place(
                        ElementName.constraint(table.name(), check.requiredName()), "condition"),
                    text(site, check.condition())));
    for (Index index : table.indexes()) {
      ElementName name = ElementName.index(table.name(), index.requiredName());
      index.where().ifPresent(where -> texts.put(new Place(name, "condition"), text(site, where)));
      for (int i = 0; i < index.keys().size(); i++) {
        IndexKey key = index.keys().get(i);
        Place place = new Place(name, "key " + (i + 1));
        key.expression().ifPresent(value -> texts.put(place, text(site, value)));
      }
    }
    return texts;
  }

  private static String text(Site site, Expression expression) {
    return expression.on(site.dialect().names()).text();
  }

  private static Map<QualifiedName, Table> stored(
      Site site, Schema declared, Set<QualifiedName> names) {
    Inspector inspector = site.dialect().inspector();
    Connection connection = site.session().connection();
    try {
      Map<QualifiedName, Table> stored = new HashMap<>();
      Schema resolved = inspector.resolve(connection, declared);
      inspector
          .stored(connection, resolved, names)
          .forEach(table -> stored.put(table.name(), table));
      return stored;
    } catch (SQLException failure) {
      throw Session.failed("the catalogue cannot be read", failure);
    }
  }

  private static Map<QualifiedName, Expression> queries(
      Site site, Schema declared, Set<QualifiedName> names) {
    try {
      return site.dialect().inspector().storedQueries(site.session().connection(), declared, names);
    } catch (SQLException failure) {
      throw Session.failed("the catalogue cannot be read", failure);
    }
  }
}
