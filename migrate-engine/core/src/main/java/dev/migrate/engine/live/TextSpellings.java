package dev.migrate.engine.live;

import dev.migrate.dialect.Dialect;
import dev.migrate.engine.live.ElementTexts.Place;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The spellings of texts: as they are, as the database stores them, and as it stores those again,
 * which is what it does when it changes a table.
 *
 * @param dialect compares two texts
 * @param rounds the texts by place; first as they are
 * @param known the tables that the database can store
 */
record TextSpellings(Dialect dialect, List<Map<Place, String>> rounds, Set<QualifiedName> known) {

  private static final int ROUNDS = 3;

  static TextSpellings of(LiveSchema database, Schema schema, Set<QualifiedName> names) {
    List<Map<Place, String>> rounds = new ArrayList<>();
    Set<QualifiedName> known = new TreeSet<>();
    Schema spelled = schema;
    for (int round = 0; round <= ROUNDS; round++) {
      Map<Place, String> texts = new LinkedHashMap<>();
      for (QualifiedName name : names) {
        texts.putAll(ElementTexts.of(database.dialect(), spelled, name));
      }
      if (!rounds.isEmpty() && rounds.get(rounds.size() - 1).equals(texts)) {
        break;
      }
      rounds.add(texts);
      for (Table table :
          names.isEmpty() ? List.<Table>of() : database.storedTables(spelled, names)) {
        known.add(table.name());
        spelled = spelled.with(table);
      }
    }
    return new TextSpellings(database.dialect(), rounds, known);
  }

  /** Whether one of the spellings is the one of these. */
  boolean has(Place place, Map<Place, String> texts) {
    String text = texts.getOrDefault(place, "");
    return rounds.stream()
        .anyMatch(
            round -> round.containsKey(place) && isAlike(round.getOrDefault(place, ""), text));
  }

  boolean meets(TextSpellings others, Place place) {
    return others.rounds().stream().anyMatch(round -> has(place, round));
  }

  boolean isKnown(QualifiedName table) {
    return known.contains(table);
  }

  private boolean isAlike(String one, String other) {
    return dialect.comparableText(one).equals(dialect.comparableText(other));
  }
}
