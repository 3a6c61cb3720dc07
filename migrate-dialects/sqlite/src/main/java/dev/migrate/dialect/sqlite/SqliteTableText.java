package dev.migrate.dialect.sqlite;

import dev.migrate.schema.Deferrability;
import dev.migrate.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A {@code CREATE TABLE} statement read, as SQLite keeps it: the original text, with what {@code
 * ALTER TABLE} changed in it. The names of constraints are nowhere else. Immutable.
 *
 * @param columns the columns in order
 * @param constraints the constraints in order, those of the columns among them
 * @param options what stands after the closing bracket: {@code STRICT}, {@code WITHOUT ROWID}
 * @see <a href="https://www.sqlite.org/lang_createtable.html">SQLite's grammar</a>
 */
record SqliteTableText(
    List<ColumnText> columns, List<ConstraintText> constraints, List<String> options) {

  /**
   * A column.
   *
   * @param type as it is declared, with single spaces; empty if it is not
   * @param defaultText the default's SQL
   * @param labels what an unnamed check of its own allows, as an enum's labels
   * @param notes what the model does not hold
   */
  record ColumnText(
      String name,
      String type,
      boolean nullable,
      Optional<String> defaultText,
      boolean autoIncrement,
      Optional<String> generated,
      boolean stored,
      Optional<String> collation,
      List<String> labels,
      List<Note> notes) {}

  /** An attribute that the model does not hold, and its words. */
  record Note(String attribute, String words) {}

  /** What kind of constraint. */
  enum Kind {
    PRIMARY_KEY,
    UNIQUE,
    CHECK,
    FOREIGN_KEY
  }

  /** A constraint; all parts from the condition on are for some kinds only. */
  record ConstraintText(
      Kind kind,
      Optional<String> name,
      List<String> columns,
      String condition,
      String target,
      List<String> targetColumns,
      ReferentialAction onDelete,
      ReferentialAction onUpdate,
      Deferrability deferrability,
      List<Note> notes) {

    static ConstraintText key(
        Kind kind, Optional<String> name, List<String> columns, List<Note> notes) {
      return of(kind, name, columns, "", notes);
    }

    static ConstraintText check(Optional<String> name, String condition) {
      return of(Kind.CHECK, name, List.of(), condition, List.of());
    }

    private static ConstraintText of(
        Kind kind,
        Optional<String> name,
        List<String> columns,
        String condition,
        List<Note> notes) {
      return new ConstraintText(
          kind,
          name,
          columns,
          condition,
          "",
          List.of(),
          ReferentialAction.NO_ACTION,
          ReferentialAction.NO_ACTION,
          Deferrability.NOT_DEFERRABLE,
          notes);
    }
  }

  static SqliteTableText of(String sql) {
    return new Reader(sql).read();
  }

  /** Reads one statement. */
  private static final class Reader {

    private static final List<String> COLUMN_CONSTRAINTS =
        List.of(
            "CONSTRAINT",
            "PRIMARY",
            "NOT",
            "NULL",
            "UNIQUE",
            "CHECK",
            "DEFAULT",
            "COLLATE",
            "REFERENCES",
            "GENERATED",
            "AS",
            "DEFERRABLE",
            "ON");

    private static final String KEY_COLUMNS = "key columns";

    private static final List<String> TABLE_CONSTRAINTS =
        List.of("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");

    private final SqliteTokenReader statement;
    private final List<ColumnText> columns = new ArrayList<>();
    private final List<ConstraintText> constraints = new ArrayList<>();

    Reader(String sql) {
      this.statement = new SqliteTokenReader(sql);
    }

    SqliteTableText read() {
      statement.skip("CREATE");
      boolean temporary = statement.skip("TEMP") || statement.skip("TEMPORARY");
      statement.skip("TABLE");
      statement.skip("IF", "NOT", "EXISTS");
      statement.qualifiedName();
      for (SqliteTokenReader part : statement.parts()) {
        if (!columns.isEmpty() && part.seesOneOf(TABLE_CONSTRAINTS)) {
          readConstraints(part);
        } else {
          readColumn(part);
        }
      }
      List<String> options = new ArrayList<>();
      while (!statement.atEnd() && !temporary) {
        if (statement.skip("WITHOUT")) {
          statement.take();
          options.add("WITHOUT ROWID");
        } else if (!statement.skip(",")) {
          options.add(statement.take().text().toUpperCase(Locale.ROOT));
        }
      }
      return new SqliteTableText(columns, constraints, options);
    }

    private void readColumn(SqliteTokenReader words) {
      String name = words.name();
      StringBuilder type = new StringBuilder();
      while (!words.atEnd() && !words.seesOneOf(COLUMN_CONSTRAINTS)) {
        if (words.sees("(")) {
          List<String> arguments =
              words.parts().stream().map(part -> part.rest().replaceAll("\\s+", " ")).toList();
          type.append('(').append(String.join(", ", arguments)).append(')');
        } else {
          type.append(type.isEmpty() ? "" : " ").append(words.take().value());
        }
      }
      new ColumnReader(name, type.toString(), words).read();
    }

    /** Several constraints may follow each other without a comma. */
    private void readConstraints(SqliteTokenReader words) {
      while (!words.atEnd()) {
        Optional<String> name =
            words.skip("CONSTRAINT") ? Optional.of(words.name()) : Optional.empty();
        if (words.skip("PRIMARY", "KEY")) {
          readKey(Kind.PRIMARY_KEY, name, words);
        } else if (words.skip("UNIQUE")) {
          readKey(Kind.UNIQUE, name, words);
        } else if (words.skip("CHECK")) {
          constraints.add(ConstraintText.check(name, words.inBrackets()));
        } else if (words.skip("FOREIGN", "KEY")) {
          List<String> key = words.names();
          words.skip("REFERENCES");
          constraints.add(foreignKey(name, key, words));
        } else if (conflict(words).isEmpty()) {
          words.take();
        }
      }
    }

    /** The columns in brackets, each perhaps with a collation and an order. */
    private void readKey(Kind kind, Optional<String> name, SqliteTokenReader words) {
      List<String> names = new ArrayList<>();
      List<String> parts = new ArrayList<>();
      for (SqliteTokenReader part : words.parts()) {
        String column = part.name();
        part.skip("ASC");
        String rest = part.rest().replaceFirst("(?i)\\s+ASC$", "");
        names.add(column);
        parts.add(rest.isEmpty() ? column : column + " " + rest);
      }
      List<Note> notes = new ArrayList<>();
      if (!parts.equals(names)) {
        notes.add(new Note(KEY_COLUMNS, String.join(", ", parts)));
      }
      conflict(words).ifPresent(notes::add);
      constraints.add(ConstraintText.key(kind, name, names, notes));
    }

    /** What is done about rows that do not fulfil a constraint, if that is stated. */
    private static Optional<Note> conflict(SqliteTokenReader words) {
      return words.skip("ON", "CONFLICT")
          ? Optional.of(new Note("conflict clause", words.take().text().toUpperCase(Locale.ROOT)))
          : Optional.empty();
    }

    /** What comes after {@code REFERENCES}. */
    private static ConstraintText foreignKey(
        Optional<String> name, List<String> columns, SqliteTokenReader words) {
      String target = words.name();
      List<String> targetColumns = words.sees("(") ? words.names() : List.of();
      ReferentialAction onDelete = ReferentialAction.NO_ACTION;
      ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
      Deferrability deferrability = Deferrability.NOT_DEFERRABLE;
      while (true) {
        if (words.skip("ON", "DELETE")) {
          onDelete = action(words);
        } else if (words.skip("ON", "UPDATE")) {
          onUpdate = action(words);
        } else if (words.skip("MATCH")) {
          words.take();
        } else if (words.skip("NOT", "DEFERRABLE")) {
          words.skip("INITIALLY", "DEFERRED");
          words.skip("INITIALLY", "IMMEDIATE");
        } else if (words.skip("DEFERRABLE")) {
          deferrability =
              words.skip("INITIALLY", "DEFERRED")
                  ? Deferrability.INITIALLY_DEFERRED
                  : Deferrability.INITIALLY_IMMEDIATE;
          words.skip("INITIALLY", "IMMEDIATE");
        } else {
          return new ConstraintText(
              Kind.FOREIGN_KEY,
              name,
              columns,
              "",
              target,
              targetColumns,
              onDelete,
              onUpdate,
              deferrability,
              List.of());
        }
      }
    }

    private static ReferentialAction action(SqliteTokenReader words) {
      String first = words.take().text().toUpperCase(Locale.ROOT);
      boolean two = first.equals("SET") || first.equals("NO");
      return ReferentialAction.valueOf(
          two ? first + "_" + words.take().text().toUpperCase(Locale.ROOT) : first);
    }

    /** Reads what stands after a column's type. */
    private final class ColumnReader {

      private final String name;
      private final String type;
      private final SqliteTokenReader words;
      private boolean nullable = true;
      private boolean autoIncrement;
      private boolean stored;
      private @Nullable String defaultText;
      private @Nullable String generated;
      private @Nullable String collation;
      private List<String> labels = List.of();
      private final List<Note> notes = new ArrayList<>();

      ColumnReader(String name, String type, SqliteTokenReader words) {
        this.name = name;
        this.type = type;
        this.words = words;
      }

      void read() {
        Optional<String> constraint = Optional.empty();
        while (!words.atEnd()) {
          if (words.skip("CONSTRAINT")) {
            constraint = Optional.of(words.name());
          } else {
            readOne(constraint);
            constraint = Optional.empty();
          }
        }
        columns.add(
            new ColumnText(
                name,
                type,
                nullable,
                Optional.ofNullable(defaultText),
                autoIncrement,
                Optional.ofNullable(generated),
                stored,
                Optional.ofNullable(collation),
                labels,
                notes));
      }

      private void readOne(Optional<String> constraint) {
        if (words.skip("PRIMARY", "KEY")) {
          words.skip("ASC");
          List<Note> ofKey = new ArrayList<>();
          if (words.skip("DESC")) {
            ofKey.add(new Note(KEY_COLUMNS, name + " DESC"));
          }
          conflict(words).ifPresent(ofKey::add);
          autoIncrement |= words.skip("AUTOINCREMENT");
          constraints.add(ConstraintText.key(Kind.PRIMARY_KEY, constraint, List.of(name), ofKey));
        } else if (words.skip("NOT", "NULL")) {
          nullable = false;
          conflict(words).ifPresent(notes::add);
        } else if (words.skip("UNIQUE")) {
          constraints.add(
              ConstraintText.key(
                  Kind.UNIQUE, constraint, List.of(name), conflict(words).stream().toList()));
        } else if (words.skip("CHECK")) {
          readCheck(constraint, words.inBrackets());
        } else if (words.skip("DEFAULT")) {
          defaultText = defaultText();
        } else if (words.skip("COLLATE")) {
          collation = words.name();
        } else if (words.skip("REFERENCES")) {
          constraints.add(foreignKey(constraint, List.of(name), words));
        } else if (words.skip("AS")) {
          generated = words.inBrackets();
          stored = words.skip("STORED");
        } else if (conflict(words).isEmpty()) {
          words.take(); // such as NULL, or the GENERATED ALWAYS before AS
        }
      }

      private void readCheck(Optional<String> constraint, String condition) {
        List<String> allowed =
            constraint.isEmpty() && labels.isEmpty() && type.equalsIgnoreCase("TEXT")
                ? SqliteEnums.labels(name, condition)
                : List.of();
        if (allowed.isEmpty()) {
          constraints.add(ConstraintText.check(constraint, condition));
        } else {
          labels = allowed;
        }
      }

      /** A value in brackets, or a literal, perhaps with a sign. */
      private String defaultText() {
        if (words.sees("(")) {
          return words.inBrackets();
        }
        int first = words.position();
        boolean signed = words.skip("-") || words.skip("+");
        words.take();
        return words.text(first, first + (signed ? 2 : 1));
      }
    }
  }
}
