package dev.migrate.dialect.mysql;

import dev.migrate.dialect.mysql.MysqlStoredTable.StoredCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The checks that stand in the definitions of MariaDB's columns. Each is called as its column was
 * when it got the check, which may have another name by now.
 */
record MysqlColumnChecks(MysqlStoredTable table) {

  private List<StoredCheck> checks() {
    return table.checks().stream().filter(StoredCheck::isOfColumn).toList();
  }

  /** Whether only the whole text of the table shows whose check one of them is. */
  boolean isUnclear() {
    return checks().stream().anyMatch(check -> probable(check).isEmpty());
  }

  /** The column of each check, by the check's name; without those that make a JSON of a text. */
  Map<String, String> columns() {
    Map<String, String> columns = new TreeMap<>();
    for (StoredCheck check : checks()) {
      if (jsonColumn(check).isEmpty()) {
        probable(check)
            .or(() -> shown(check))
            .ifPresent(column -> columns.put(check.name(), column.name()));
      }
    }
    return columns;
  }

  /** A JSON column is a text with a check of its own. */
  boolean isJson(MysqlStoredColumn column) {
    return checks().stream().anyMatch(c -> jsonColumn(c).filter(column::equals).isPresent());
  }

  private Optional<MysqlStoredColumn> jsonColumn(StoredCheck check) {
    return table.columns().stream()
        .filter(column -> column.type().equals("longtext"))
        .filter(column -> check.sql().equals("json_valid(" + column.quotedName() + ")"))
        .findFirst();
  }

  /** The one that has the check's name and is mentioned, or the only one that is mentioned. */
  private Optional<MysqlStoredColumn> probable(StoredCheck check) {
    List<MysqlStoredColumn> mentioned = new ArrayList<>();
    for (MysqlStoredColumn column : table.columns()) {
      if (check.sql().contains(column.quotedName())) {
        mentioned.add(column);
      }
    }
    boolean known = table.columns().stream().anyMatch(c -> c.name().equals(check.name()));
    return mentioned.stream()
        .filter(column -> column.name().equals(check.name()))
        .findFirst()
        .or(() -> mentioned.stream().filter(only -> !known && mentioned.size() == 1).findFirst());
  }

  private Optional<MysqlStoredColumn> shown(StoredCheck check) {
    String end = " CHECK (" + check.sql() + ")";
    return table.columns().stream()
        .filter(
            column ->
                table
                    .creation()
                    .lines()
                    .map(line -> line.replaceFirst(",$", ""))
                    .anyMatch(
                        line ->
                            line.startsWith("  " + column.quotedName() + " ")
                                && line.endsWith(end)))
        .findFirst();
  }
}
