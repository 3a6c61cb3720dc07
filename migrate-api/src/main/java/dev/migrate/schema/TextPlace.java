package dev.migrate.schema;

import java.util.List;

/**
 * The place of a text in a table, and how to state it differently.
 *
 * @param kind what the text is
 * @param name the constraint, index or column that it is of
 */
record TextPlace(Table table, Kind kind, String name) {

  enum Kind {
    CHECK("constraint"),
    INDEX("index"),
    GENERATED("generated column"),
    DEFAULT("default of column");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** Whether it belongs to something other than a column. */
    boolean isElsewhere() {
      return this == CHECK || this == INDEX;
    }
  }

  /** Such as {@code constraint ck_age}. */
  String user() {
    return kind.word + " " + name;
  }

  /** The operations that remove it before a rename and restore it afterwards. */
  List<String> advice() {
    String owner = code(table.name().toString());
    String own = code(name);
    return switch (kind) {
      case CHECK ->
          List.of(
              "op.dropConstraint(" + owner + ", " + own + ")",
              "op.addCheck(…, check(\"…\").named(" + own + "))");
      case INDEX ->
          List.of(
              "op.dropIndex(" + owner + ", " + own + ")",
              "op.createIndex(…, index(…).named(" + own + "))");
      case GENERATED -> List.of("op.dropColumn(" + owner + ", " + own + ")", "op.addColumn(…)");
      case DEFAULT ->
          List.of(
              "op.alterColumn(" + owner + ", " + own + ", noDefault())",
              "op.alterColumn(…, " + own + ", defaultTo(expression(\"…\")))");
    };
  }

  private static String code(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
