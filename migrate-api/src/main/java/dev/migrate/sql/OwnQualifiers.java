package dev.migrate.sql;

import dev.migrate.sql.Name.Place;
import java.util.Optional;

/** The table before the names of its own columns, which is nothing that is missed. */
final class OwnQualifiers extends NameChange {

  private final Optional<String> namespace;

  OwnQualifiers(Optional<String> namespace, String table) {
    super(table, table);
    this.namespace = namespace;
  }

  @Override
  NameChange back() {
    return this;
  }

  @Override
  void search(Search search) {
    for (Name name : search.text().names()) {
      int table = name.size() - 2;
      boolean own =
          name.place() == Place.VALUE
              && table >= 0
              && matches(name.part(table), from())
              && (table == 0
                  || namespace.isEmpty()
                  || matches(name.part(table - 1), namespace.orElseThrow()));
      if (own) {
        search.add(new Replacement(name.part(0).start(), name.ownPart().start(), ""));
      }
    }
  }
}
