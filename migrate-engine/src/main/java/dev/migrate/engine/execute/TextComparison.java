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
    Collected collected = new Collected(site.dialect(), new ArrayList<>(), new TreeSet<>());
    if (!site.dialect().keepsTexts() && !texts.isEmpty()) {
      tables(site, declared, inspected, texts, collected);
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

  private static void tables(
      Site site,
      Schema declared,
      Schema inspected,
      Map<QualifiedName, Map<Place, String>> texts,
      Collected collected) {
    Spellings wanted = Spellings.of(site, declared, texts.keySet());
    Set<QualifiedName> differing =
        texts.keySet().stream()
            .filter(
                name ->
                    texts.get(name).keySet().stream()
                        .anyMatch(place -> !wanted.has(place, texts(site, inspected, name))))
            .collect(Collectors.toSet());
    Spellings actual = Spellings.of(site, inspected, differing);
    for (QualifiedName name : texts.keySet()) {
      Map<Place, String> live = texts(site, inspected, name);
      texts
          .get(name)
          .forEach(
              (place, text) -> {
                if (!wanted.has(place, live) && !wanted.meets(actual, place)) {
                  collected.add(place, wanted.isKnown(name), text, live.getOrDefault(place, ""));
                }
              });
    }
  }

  /**
   * The spellings of texts: as they are, as the database stores them, and as it stores those again,
   * which is what it does when it changes a table.
   */
  private record Spellings(
      Dialect dialect, List<Map<Place, String>> rounds, Set<QualifiedName> known) {

    private static final int ROUNDS = 3;

    static Spellings of(Site site, Schema schema, Set<QualifiedName> names) {
      List<Map<Place, String>> rounds = new ArrayList<>();
      Set<QualifiedName> known = new TreeSet<>();
      Schema spelled = schema;
      for (int round = 0; round <= ROUNDS; round++) {
        Map<Place, String> texts = new LinkedHashMap<>();
        for (QualifiedName name : names) {
          texts.putAll(texts(site, spelled, name));
        }
        if (!rounds.isEmpty() && rounds.get(rounds.size() - 1).equals(texts)) {
          break;
        }
        rounds.add(texts);
        for (Table table : names.isEmpty() ? List.<Table>of() : stored(site, spelled, names)) {
          known.add(table.name());
          spelled = spelled.with(table);
        }
      }
      return new Spellings(site.dialect(), rounds, known);
    }

    /** Whether one of the spellings is the one of these. */
    boolean has(Place place, Map<Place, String> texts) {
      String text = texts.getOrDefault(place, "");
      return rounds.stream()
          .anyMatch(round -> round.containsKey(place) && areAlike(dialect, round.get(place), text));
    }

    boolean meets(Spellings others, Place place) {
      return others.rounds().stream().anyMatch(round -> has(place, round));
    }

    boolean isKnown(QualifiedName table) {
      return known.contains(table);
    }
  }

  private static Map<Place, String> texts(Site site, Schema schema, QualifiedName table) {
    return schema.findTable(table).map(known -> texts(site, known)).orElse(Map.of());
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
      if (areAlike(dialect, declared, live)
          || stored.filter(text -> areAlike(dialect, text, live)).isPresent()) {
        return;
      }
      add(place, stored.isPresent(), declared, live);
    }

    void add(Place place, boolean isKnown, String declared, String live) {
      if (isKnown) {
        entries.add(
            new Entry(
                place.element(),
                Optional.of(place.attribute()),
                Optional.of(declared),
                Optional.of(live)));
      } else {
        unknown.add(place.element());
      }
    }
  }

  private static boolean areAlike(Dialect dialect, String one, String other) {
    return dialect.comparableText(one).equals(dialect.comparableText(other));
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

  private static List<Table> stored(Site site, Schema declared, Set<QualifiedName> names) {
    Inspector inspector = site.dialect().inspector();
    Connection connection = site.session().connection();
    try {
      return inspector.stored(connection, inspector.resolve(connection, declared), names);
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
