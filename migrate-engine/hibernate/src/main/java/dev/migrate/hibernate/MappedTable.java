package dev.migrate.hibernate;

import dev.migrate.error.MigrateException;
import dev.migrate.operation.InsertRows;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a table of mappings. Columns come as the key first, then by their names. */
final class MappedTable {

  private final Mapping mapping;
  private final TypeTexts types;
  private final org.hibernate.mapping.Table table;
  private final QualifiedName name;
  private final List<String> remarks = new ArrayList<>();

  MappedTable(Mapping mapping, TypeTexts types, org.hibernate.mapping.Table table) {
    this.mapping = mapping;
    this.types = types;
    this.table = table;
    this.name = mapping.names().of(table);
  }

  /** The table; empty if something is wrong, which is noted as a problem. */
  Optional<Table> read() {
    mapping.noteQuotes(
        name.toString(), table.getNameIdentifier().getText(), table.getNameIdentifier().isQuoted());
    int before = mapping.problems().size();
    MappedColumns reader = new MappedColumns(mapping, types, table, name);
    Map<String, Column> columns = new LinkedHashMap<>();
    List<String> key = key();
    for (org.hibernate.mapping.Column column : table.getColumns()) {
      reader.read(column).ifPresent(read -> columns.put(read.name(), read));
    }
    remarks.addAll(reader.remarks());
    if (mapping.problems().size() > before) {
      return Optional.empty();
    }
    List<Column> sorted = new ArrayList<>(columns.values());
    sorted.sort(
        Comparator.comparing((Column column) -> place(key, column.name()))
            .thenComparing(Column::name));
    MappedKeys keys = new MappedKeys(mapping, table, reader, key);
    List<Constraint> constraints = new ArrayList<>();
    if (!key.isEmpty()) {
      constraints.add(PrimaryKey.of(key));
    }
    constraints.addAll(keys.uniques());
    List<Check> checks = new MappedChecks(mapping, table, reader).checks();
    constraints.addAll(checks);
    constraints.addAll(new MappedForeignKeys(mapping, table, name).foreignKeys());
    List<Index> indexes = keys.indexes();
    try {
      return Optional.of(
          new Table(
              name,
              sorted,
              constraints,
              indexes,
              Optional.ofNullable(table.getComment()).filter(text -> !text.isEmpty()),
              List.of()));
    } catch (MigrateException misfit) {
      mapping.problem(mapping.entities(table, name) + ": " + misfit.getMessage());
      return Optional.empty();
    }
  }

  private List<String> key() {
    org.hibernate.mapping.PrimaryKey key = table.getPrimaryKey();
    return key == null ? List.of() : key.getColumns().stream().map(mapping.names()::of).toList();
  }

  private static int place(List<String> key, String column) {
    int place = key.indexOf(column);
    return place < 0 ? Integer.MAX_VALUE : place;
  }

  /** The rows that it has from the start. */
  List<InsertRows> rows() {
    return new MappedRows(mapping, table, name, remarks).rows();
  }

  List<String> remarks() {
    return remarks;
  }
}
