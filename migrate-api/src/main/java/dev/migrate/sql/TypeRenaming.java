package dev.migrate.sql;

import dev.migrate.sql.Name.Place;
import java.util.Optional;
import java.util.Set;

/** A type gets another name, or is looked for. */
public final class TypeRenaming extends ObjectRenaming {

  private final Set<String> columns;

  /**
   * A type that gets another name.
   *
   * @param namespace its schema, if it is not the default one
   * @param otherNamespaces the other schemas that are known
   * @param columns the columns of the table to which the text belongs
   */
  public TypeRenaming(
      Optional<String> namespace,
      String from,
      String to,
      Set<String> otherNamespaces,
      Set<String> columns) {
    super(namespace, from, to, otherNamespaces);
    this.columns = Set.copyOf(columns);
  }

  @Override
  NameChange back() {
    return new TypeRenaming(namespace(), to(), from(), otherNamespaces(), columns);
  }

  @Override
  void search(Search search) {
    for (Name name : search.text().names()) {
      int own = name.size() - 1;
      Answer answer = isObject(name, own, false);
      boolean column = columns.stream().anyMatch(known -> matches(name.ownPart(), known));
      if (name.place() == Place.TYPE) {
        search.add(answer, name.part(own));
      } else if (name.place() == Place.FUNCTION || name.place() == Place.UNCLEAR) {
        search.unclear(answer != Answer.NO && !(column && name.place() == Place.UNCLEAR));
      }
    }
    searchStrings(search, Set.of("to_regtype"), "regtype");
  }
}
