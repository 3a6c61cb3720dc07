package dev.migrate.hibernate;

import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Row;
import dev.migrate.schema.Literal;
import dev.migrate.schema.QualifiedName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.boot.model.relational.InitCommand;

/** Reads the rows that a table of mappings has from the start: those of number generators. */
record MappedRows(
    Mapping mapping, org.hibernate.mapping.Table table, QualifiedName name, List<String> remarks) {

  private static final Pattern INSERT =
      Pattern.compile(
          "(?is)\\s*insert\\s+into\\s+\\S+\\s*(?:\\(([^)]*)\\))?\\s*values\\s*\\((.*)\\)\\s*");

  private static final Pattern VALUE = Pattern.compile("'(?:[^']|'')*'|-?\\d+|[^,\\s]+");

  /** The accessor is deprecated in Hibernate 7, and the only one in 6. */
  @SuppressWarnings("deprecation")
  List<InsertRows> rows() {
    List<InsertRows> rows = new ArrayList<>();
    for (InitCommand command : table.getInitCommands(mapping.sql())) {
      for (String sql : command.getInitCommands()) {
        Optional<InsertRows> row = row(sql);
        row.ifPresent(rows::add);
        if (row.isEmpty()) {
          remarks.add(
              "Hibernate also runs a statement for the new table "
                  + name
                  + " that is not part of the revision; if you need it, add op.execute(…): "
                  + sql);
        }
      }
    }
    return rows;
  }

  private Optional<InsertRows> row(String sql) {
    Matcher insert = INSERT.matcher(sql);
    if (!insert.matches()) {
      return Optional.empty();
    }
    List<String> columns = new ArrayList<>();
    if (insert.group(1) == null) {
      table.getColumns().forEach(column -> columns.add(mapping.names().of(column)));
    } else {
      for (String column : insert.group(1).split(",", -1)) {
        columns.add(mapping.names().given(column.strip()));
      }
    }
    List<String> values = VALUE.matcher(insert.group(2)).results().map(v -> v.group()).toList();
    if (values.size() != columns.size() || !values.stream().allMatch(MappedRows::isConstant)) {
      return Optional.empty();
    }
    Row row = new Row(values.stream().map(MappedRows::constant).toList());
    return Optional.of(new InsertRows(name, columns, List.of(row)));
  }

  private static boolean isConstant(String value) {
    return value.startsWith("'") || value.matches("-?\\d+");
  }

  private static dev.migrate.schema.DefaultValue constant(String value) {
    return value.startsWith("'")
        ? Literal.of(value.substring(1, value.length() - 1).replace("''", "'"))
        : Literal.of(new BigDecimal(value));
  }
}
