package dev.migrate.schema;

import dev.migrate.sql.ColumnRenaming;
import dev.migrate.sql.NameChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a table itself uses one of its columns, in texts too. */
record ColumnUse(Table table, String column) {

  /** The table with another name for the column. */
  Table renamed(String to) {
    String what = "rename column " + table.name() + "." + column + " to " + to;
    NameChange change = change(to);
    TableTexts texts = new TableTexts(table);
    Table followed = texts.following(what, place -> change);
    return new Table(
        table.name(),
        followed.columns().stream()
            .map(known -> known.name().equals(column) ? known.withName(to) : known)
            .toList(),
        followed.constraints().stream().map(known -> known.renamingColumn(column, to)).toList(),
        followed.indexes().stream().map(known -> known.renamingColumn(column, to)).toList(),
        table.comment(),
        texts.optionsFollowing(what, change));
  }

  /** Whether a text of the table means the column; false only where it certainly does not. */
  boolean isIn(Expression text) {
    return text.mayHave(change(column));
  }

  /** What uses the column, apart from itself, in words. */
  List<String> users() {
    List<String> users = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      if (constraint.usedColumns().contains(column)) {
        users.add("constraint " + constraint.requiredName());
      }
    }
    for (Index index : table.indexes()) {
      if (index.columns().contains(column)) {
        users.add("index " + index.requiredName());
      }
    }
    texts().stream()
        .sorted(Comparator.comparing(place -> place.kind()))
        .filter(place -> place.kind().isElsewhere() || !place.name().equals(column))
        .map(TextPlace::user)
        .forEach(users::add);
    return users.stream().distinct().toList();
  }

  /** The names of the constraints and indexes that use the column. */
  Set<String> rules() {
    Set<String> rules = new HashSet<>();
    table.constraints().stream()
        .filter(constraint -> constraint.usedColumns().contains(column))
        .forEach(constraint -> rules.add(constraint.requiredName()));
    table.indexes().stream()
        .filter(index -> index.columns().contains(column))
        .forEach(index -> rules.add(index.requiredName()));
    texts().stream()
        .filter(place -> place.kind().isElsewhere())
        .forEach(place -> rules.add(place.name()));
    return rules;
  }

  private List<TextPlace> texts() {
    NameChange change = change(column);
    return new TableTexts(table).having(place -> change);
  }

  private NameChange change(String to) {
    QualifiedName name = table.name();
    return new ColumnRenaming(name.namespace(), name.name(), column, to, others());
  }

  private Set<String> others() {
    return table.columns().stream()
        .map(Column::name)
        .filter(name -> !name.equals(column))
        .collect(Collectors.toSet());
  }
}
