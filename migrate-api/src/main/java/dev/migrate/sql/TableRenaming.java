package dev.migrate.sql;

import java.util.Optional;
import java.util.Set;

/** A table or view gets another name, or is looked for. */
public final class TableRenaming extends ObjectRenaming {

  private final boolean isOwn;
  private final Set<String> columns;

  /**
   * A table or view that gets another name.
   *
   * @param namespace its schema, if it is not the default one
   * @param otherNamespaces the other schemas that are known
   * @param isOwn whether the text belongs to it
   * @param columns the columns of the table to which the text belongs
   */
  public TableRenaming(
      Optional<String> namespace,
      String from,
      String to,
      Set<String> otherNamespaces,
      boolean isOwn,
      Set<String> columns) {
    super(namespace, from, to, otherNamespaces);
    this.isOwn = isOwn;
    this.columns = Set.copyOf(columns);
  }

  @Override
  NameChange back() {
    return new TableRenaming(namespace(), to(), from(), otherNamespaces(), isOwn, columns);
  }

  @Override
  void search(Search search) {
    for (Name name : search.text().names()) {
      int own = name.size() - 1;
      switch (name.place()) {
        case TYPE -> search.add(isObject(name, own, false), name.part(own));
        case ROW -> search.add(isObject(name, own, isOwn), name.part(own));
        case VALUE -> value(search, name);
        case UNCLEAR ->
            search.unclear(
                name.parts().stream().anyMatch(part -> matches(part, from()))
                    && !(own == 0 && isColumn(name)));
        default -> {}
      }
    }
    searchStrings(search, Set.of("to_regclass"), "regclass");
  }

  private void value(Search search, Name name) {
    int table = name.size() - 2;
    if (table < 0) {
      search.unclear(isOwn && matches(name.ownPart(), from()) && !isColumn(name));
    } else {
      Answer answer = isObject(name, table, isOwn);
      search.add(isOwn || answer == Answer.NO ? answer : Answer.UNCLEAR, name.part(table));
    }
  }

  private boolean isColumn(Name name) {
    return columns.stream().anyMatch(known -> matches(name.ownPart(), known));
  }
}
