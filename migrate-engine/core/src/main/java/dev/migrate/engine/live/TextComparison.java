package dev.migrate.engine.live;

import dev.migrate.dialect.Dialect;
import dev.migrate.engine.live.ElementTexts.Place;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.Expression;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.SchemaDifference.Entry;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;
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
 * @param unknown the elements with a text of which it cannot be known
 */
public record TextComparison(SchemaDifference difference, Set<ElementName> unknown) {

  /**
   * Compares what both schemas have: a declared one, and an inspected one in its own words.
   *
   * @param wanted the tables and views to compare
   */
  public static TextComparison of(
      LiveSchema database, Schema declared, Schema inspected, Predicate<QualifiedName> wanted) {
    Map<QualifiedName, Map<Place, String>> texts = new LinkedHashMap<>();
    for (Table table : declared.tables()) {
      inspected
          .findTable(table.name())
          .filter(known -> wanted.test(known.name()))
          .map(
              live ->
                  unlike(
                      database.dialect(),
                      ElementTexts.of(database.dialect(), table),
                      ElementTexts.of(database.dialect(), live)))
          .filter(unlike -> !unlike.isEmpty())
          .ifPresent(unlike -> texts.put(table.name(), unlike));
    }
    Collected collected = new Collected(database.dialect(), new ArrayList<>(), new TreeSet<>());
    if (!database.dialect().keepsTexts() && !texts.isEmpty()) {
      tables(database, declared, inspected, texts, collected);
    }
    Set<QualifiedName> views =
        declared.views().stream()
            .filter(view -> wanted.test(view.name()) && view.query().isPresent())
            .map(View::name)
            .filter(name -> inspected.findView(name).flatMap(View::query).isPresent())
            .collect(Collectors.toSet());
    if (!views.isEmpty()) {
      views(database, declared, inspected, views, collected);
    }
    declared.views().stream()
        .filter(view -> wanted.test(view.name()) && view.query().isPresent())
        .filter(
            view -> inspected.findView(view.name()).filter(it -> it.query().isEmpty()).isPresent())
        .forEach(view -> collected.unknown().add(ElementName.view(view.name())));
    return new TextComparison(new SchemaDifference(collected.entries()), collected.unknown());
  }

  private static void tables(
      LiveSchema database,
      Schema declared,
      Schema inspected,
      Map<QualifiedName, Map<Place, String>> texts,
      Collected collected) {
    TextSpellings wanted = TextSpellings.of(database, declared, texts.keySet());
    Set<QualifiedName> differing = new TreeSet<>();
    texts.forEach(
        (name, places) -> {
          Map<Place, String> live = ElementTexts.of(database.dialect(), inspected, name);
          if (!places.keySet().stream().allMatch(place -> wanted.has(place, live))) {
            differing.add(name);
          }
        });
    TextSpellings actual = TextSpellings.of(database, inspected, differing);
    for (QualifiedName name : differing) {
      Map<Place, String> live = ElementTexts.of(database.dialect(), inspected, name);
      texts
          .getOrDefault(name, Map.of())
          .forEach(
              (place, text) -> {
                if (!wanted.has(place, live) && !wanted.meets(actual, place)) {
                  collected.add(place, wanted.isKnown(name), text, live.getOrDefault(place, ""));
                }
              });
    }
  }

  private static void views(
      LiveSchema database,
      Schema declared,
      Schema inspected,
      Set<QualifiedName> common,
      Collected collected) {
    boolean keeps = database.dialect().keepsTexts();
    Map<QualifiedName, Expression> stored =
        keeps ? Map.of() : database.storedQueries(declared, common);
    for (QualifiedName name : common.stream().sorted().toList()) {
      String text =
          ElementTexts.text(database.dialect(), declared.view(name).query().orElseThrow());
      Optional<String> known =
          keeps
              ? Optional.of(text)
              : Optional.ofNullable(stored.get(name))
                  .map(query -> ElementTexts.text(database.dialect(), query));
      collected.compare(
          new Place(ElementName.view(name), "query"),
          known,
          text,
          ElementTexts.text(database.dialect(), inspected.view(name).query().orElseThrow()));
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

  /** The declared texts of what both have and do not write the same. */
  private static Map<Place, String> unlike(
      Dialect dialect, Map<Place, String> declared, Map<Place, String> live) {
    Map<Place, String> unlike = new LinkedHashMap<>(declared);
    unlike.keySet().retainAll(live.keySet());
    unlike
        .entrySet()
        .removeIf(text -> areAlike(dialect, text.getValue(), live.getOrDefault(text.getKey(), "")));
    return unlike;
  }
}
