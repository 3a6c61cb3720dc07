package dev.migrate.dialect.sqlite;

import dev.migrate.schema.Column;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A query for all that a table has and no revision declared, which is lost when the table is
 * rebuilt. It finds nothing if the table is as it was declared, or has less.
 *
 * <p>Checks, collations and conflict clauses are in no pragma: of these, the words in the table's
 * own text are counted.
 *
 * @see <a href="https://www.sqlite.org/pragma.html#pragma_table_xinfo">table_xinfo</a>
 * @see <a href="https://www.sqlite.org/pragma.html#pragma_index_xinfo">index_xinfo</a>
 */
final class SqliteUndeclared {

  /** Words of a definition without spaces, and what each stands for. */
  private enum Word {
    CHECK("CHECK(", "a check"),
    COLLATE("COLLATE", "a collation"),
    CONFLICT("ONCONFLICT", "an ON CONFLICT clause"),
    DEFERRED("INITIALLYDEFERRED", "a deferred foreign key"),
    AUTOINCREMENT("AUTOINCREMENT", "AUTOINCREMENT"),
    STRICT("STRICT", "STRICT"),
    WITHOUT_ROWID("WITHOUTROWID", "WITHOUT ROWID");

    private final String text;
    private final String meaning;

    Word(String text, String meaning) {
      this.text = text;
      this.meaning = meaning;
    }
  }

  private static final List<String> SPACES = List.of(" ", "\t", "\n", "\r");

  private final SqliteTables tables;
  private final Table table;
  private final String declared;

  /** What is there beside the declared table. */
  SqliteUndeclared(SqliteTables tables, Table table, Schema schema) {
    this.tables = tables;
    this.table = table;
    this.declared =
        stripped(tables.create(table.withIndexes(List.of()), table.name().name(), schema));
  }

  private static String stripped(String sql) {
    String text = sql.toUpperCase(Locale.ROOT);
    for (String space : SPACES) {
      text = text.replace(space, "");
    }
    return text;
  }

  String query() {
    List<String> parts = new ArrayList<>();
    parts.add(indexes());
    parts.add(columns());
    attribute("\"notnull\"", "NOT NULL of column ", Column::nullable).ifPresent(parts::add);
    attribute(
            "dflt_value IS NOT NULL",
            "the default of column ",
            column -> column.defaultValue().isEmpty() && column.generated().isEmpty())
        .ifPresent(parts::add);
    attribute(
            "hidden IN (2, 3)",
            "the computation of column ",
            column -> column.generated().isEmpty())
        .ifPresent(parts::add);
    List<String> key = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
    attribute("pk > 0", "the primary key over column ", column -> !key.contains(column.name()))
        .ifPresent(parts::add);
    parts.add(keys());
    parts.add(foreignKeys());
    parts.add(words());
    return "SELECT what || ' is in no revision, and would be lost' AS problem FROM (\n"
        + String.join("\nUNION ALL\n", parts)
        + "\n)";
  }

  private String text(String text) {
    return tables.definitions().literals().text(text);
  }

  private String list(Stream<String> texts) {
    return "(" + String.join(", ", texts.map(this::text).toList()) + ")";
  }

  private String name() {
    return text(table.name().name());
  }

  private String indexes() {
    return "SELECT 'index ' || name AS what FROM sqlite_master WHERE type = 'index' AND sql IS NOT"
        + " NULL AND tbl_name = "
        + name()
        + " COLLATE NOCASE AND name COLLATE NOCASE NOT IN "
        + list(table.indexes().stream().map(Index::requiredName));
  }

  private String columns() {
    return "SELECT 'column ' || name FROM pragma_table_xinfo("
        + name()
        + ") WHERE name COLLATE NOCASE NOT IN "
        + list(table.columns().stream().map(Column::name));
  }

  /** What some columns have that were declared without it; nothing to ask if there are none. */
  private Optional<String> attribute(String condition, String what, Predicate<Column> without) {
    List<String> names = table.columns().stream().filter(without).map(Column::name).toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "SELECT "
                + text(what)
                + " || name FROM pragma_table_xinfo("
                + name()
                + ") WHERE "
                + condition
                + " AND name COLLATE NOCASE IN "
                + list(names.stream()));
  }

  /** Primary key and unique constraints: their columns, each with its collation. */
  private String keys() {
    Stream<String> known =
        table.constraints().stream()
            .filter(key -> key instanceof PrimaryKey || key instanceof Unique)
            .map(key -> String.join("\n", key.columns().stream().map(this::collated).toList()));
    return "SELECT 'the key over ' || replace(keys, char(10), ', ') FROM (SELECT (SELECT"
        + " group_concat(part, char(10)) FROM (SELECT lower(name) || ' ' || upper(coll) AS part"
        + " FROM pragma_index_xinfo(l.name) WHERE key ORDER BY seqno)) AS keys FROM"
        + " pragma_index_list("
        + name()
        + ") AS l WHERE origin IN ('u', 'pk')) WHERE keys NOT IN "
        + list(known);
  }

  private String collated(String name) {
    String collation = table.column(name).collation().orElse("BINARY");
    return lower(name) + " " + collation.toUpperCase(Locale.ROOT);
  }

  /** As SQLite's function does it, for letters of ASCII alone. */
  private static String lower(String name) {
    StringBuilder lower = new StringBuilder();
    name.chars()
        .map(character -> character >= 'A' && character <= 'Z' ? character + 32 : character)
        .forEach(character -> lower.append((char) character));
    return lower.toString();
  }

  private String foreignKeys() {
    Stream<String> known =
        table.foreignKeys().stream()
            .map(
                key ->
                    lower(String.join("\n", key.columns()))
                        + "\n"
                        + lower(key.target().name())
                        + "\n"
                        + actions(key));
    return "SELECT 'the foreign key over ' || replace(key, char(10), ', ') FROM (SELECT (SELECT"
        + " group_concat(part, char(10)) FROM (SELECT lower(\"from\") AS part FROM"
        + " pragma_foreign_key_list("
        + name()
        + ") WHERE id = f.id ORDER BY seq)) || char(10) || lower(\"table\") || char(10) ||"
        + " on_delete || char(10) || on_update AS key FROM pragma_foreign_key_list("
        + name()
        + ") AS f WHERE seq = 0) WHERE key NOT IN "
        + list(known);
  }

  private static String actions(ForeignKey key) {
    return key.onDelete().name().replace('_', ' ') + "\n" + key.onUpdate().name().replace('_', ' ');
  }

  /** More of them in the table's own text than in that of the declared table. */
  private String words() {
    String stripped = "upper(sql)";
    for (String space : List.of("' '", "char(9)", "char(10)", "char(13)")) {
      stripped = "replace(" + stripped + ", " + space + ", '')";
    }
    List<String> values = new ArrayList<>();
    for (Word word : Word.values()) {
      int count =
          (declared.length() - declared.replace(word.text, "").length()) / word.text.length();
      values.add("(" + text(word.text) + ", " + text(word.meaning) + ", " + count + ")");
    }
    return "SELECT column2 FROM (VALUES "
        + String.join(", ", values)
        + "), (SELECT "
        + stripped
        + " AS text FROM sqlite_master WHERE type = 'table' AND name = "
        + name()
        + " COLLATE NOCASE) WHERE length(text) - length(replace(text, column1, '')) > column3 *"
        + " length(column1)";
  }
}
