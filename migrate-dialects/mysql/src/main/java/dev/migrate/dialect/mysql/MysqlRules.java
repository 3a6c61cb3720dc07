package dev.migrate.dialect.mysql;

import dev.migrate.operation.AlterColumn;
import dev.migrate.schema.BinaryType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.CollationChange;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.TypeChange;
import dev.migrate.schema.Unique;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the model allows and the server would refuse at run time; refused before anything runs. */
final class MysqlRules {

  /** InnoDB's limit of 3,072 bytes, in characters of utf8mb4. */
  private static final int LONGEST_KEY = 768;

  private final MysqlDefinitions definitions;

  MysqlRules(MysqlDefinitions definitions) {
    this.definitions = definitions;
  }

  /** A table as a statement leaves it. */
  void require(Table table, Schema schema) {
    requireDistinct("columns", table, table.columns().stream().map(Column::name).toList());
    requireDistinct("indexes", table, indexes(table));
    table.constraints().stream()
        .filter(known -> known instanceof PrimaryKey || known instanceof Unique)
        .forEach(key -> requireSorted(table, key.requiredName(), key.columns()));
    table.indexes().forEach(index -> requireSorted(table, index));
    requireNumbered(table);
    for (ForeignKey key : table.foreignKeys()) {
      requireSorted(table, key.requiredName(), key.columns());
      requireReachable(table.name(), key);
      requireTarget(schema, table, key);
      requireOther(table, key);
      requireNullable(table, key);
    }
  }

  private static List<String> indexes(Table table) {
    List<String> names = new ArrayList<>(new MysqlKeys(table).implied().keySet());
    table.indexes().forEach(index -> names.add(index.requiredName()));
    table.constraints().stream()
        .filter(Unique.class::isInstance)
        .forEach(unique -> names.add(unique.requiredName()));
    return names;
  }

  /** Names of columns and indexes do not differ by their case. */
  private void requireDistinct(String what, Table table, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name.toLowerCase(Locale.ROOT))) {
        throw definitions.unsupported(
            "the table " + table.name() + " with two " + what + " " + name,
            "choose names that differ not only in case; a unique constraint is an index, and a"
                + " foreign key may have one of its own name");
      }
    }
  }

  private void requireSorted(Table table, Index index) {
    if (index.method().filter(method -> method.equalsIgnoreCase("fulltext")).isPresent()) {
      return;
    }
    requireSorted(
        table,
        index.requiredName(),
        index.keys().stream()
            .filter(key -> key.prefix() == 0)
            .flatMap(key -> key.column().stream())
            .toList());
    for (IndexKey key : index.keys()) {
      if (key.prefix() > 0) {
        requireText(table.column(key.column().orElseThrow()), index);
      }
    }
  }

  private void requireText(Column column, Index index) {
    DataType type = column.type().on(definitions.dialects());
    if (type instanceof SimpleType simple
        && simple != SimpleType.TEXT
        && simple != SimpleType.BLOB) {
      throw definitions.unsupported(
          "index " + index.requiredName() + " over the beginning of " + column,
          "leave prefix(…) out: only text and bytes have a beginning");
    }
  }

  /** The whole of a text is no key: {@code BLOB/TEXT column used in key without a key length}. */
  private void requireSorted(Table table, String key, List<String> columns) {
    for (String name : columns) {
      Column column = table.column(name);
      DataType type = column.type().on(definitions.dialects());
      boolean large = type == SimpleType.TEXT || type == SimpleType.BLOB || type == SimpleType.JSON;
      boolean long4 =
          type instanceof CharacterType text
              && text.length() > LONGEST_KEY
              && column.collation().isEmpty()
              && table.options().isEmpty();
      if (large || long4) {
        throw definitions.unsupported(
            "the key " + key + " over the column " + table.name() + "." + column,
            "make the column varchar("
                + LONGEST_KEY
                + ") or shorter"
                + (type == SimpleType.JSON
                    ? ", or index a column that is virtualAs(\"…\") of the document"
                    : ", or index its beginning: index(asc(\"" + name + "\").prefix(100))"));
      }
    }
  }

  /** {@code there can be only one auto column and it must be defined as a key}. */
  private void requireNumbered(Table table) {
    List<Column> numbered =
        table.columns().stream().filter(column -> column.identityMode().isPresent()).toList();
    for (Column column : numbered) {
      requireUncomputed(table, column);
      if (numbered.size() > 1 || !new MysqlKeys(table).isLed(column.name())) {
        throw definitions.unsupported(
            "the table "
                + table.name()
                + " with the identity "
                + column.name()
                + (numbered.size() > 1 ? " beside another" : " that is the first of no key"),
            numbered.size() > 1
                ? "keep one of them"
                : "make "
                    + column.name()
                    + " the first column of a primary key before it becomes an identity, and alter"
                    + " it to noIdentity() before that key goes");
      }
    }
  }

  /** What is computed from it would have to be known before the number is. */
  private void requireUncomputed(Table table, Column column) {
    List<String> users = computed(table, column.name());
    if (!users.isEmpty()) {
      throw definitions.unsupported(
          "the identity "
              + table.name()
              + "."
              + column.name()
              + ", which "
              + String.join(" and ", users)
              + " mention,",
          "leave the column out of checks and computations");
    }
  }

  /** A name without a database is looked for in the database of the key's own table. */
  private void requireReachable(QualifiedName table, ForeignKey key) {
    if (table.namespace().isPresent() && key.target().namespace().isEmpty()) {
      throw definitions.unsupported(
          "the foreign key "
              + key.requiredName()
              + " from the database "
              + table.namespace().orElseThrow()
              + " to the table "
              + key.target()
              + " of the default database",
          "write op.execute(sql(\"ALTER TABLE … ADD CONSTRAINT … REFERENCES …\")"
              + ".means(o -> o.addForeignKey(…)))");
    }
  }

  private void requireTarget(Schema schema, Table table, ForeignKey key) {
    Table target =
        key.target().equals(table.name()) ? table : schema.findTable(key.target()).orElse(table);
    boolean known = target.name().equals(key.target()) && !key.targetColumns().isEmpty();
    if (known && !new MysqlKeys(target).hasKeyInOrder(key.targetColumns())) {
      throw definitions.unsupported(
          "the foreign key " + key + ", to no key over these columns in this order",
          "name the columns in the order of the key of " + key.target());
    }
  }

  /** To the very columns that it is made of, MySQL finds no key: it looks for another one. */
  private void requireOther(Table table, ForeignKey key) {
    List<String> target =
        key.targetColumns().isEmpty()
            ? table.primaryKey().map(PrimaryKey::columns).orElse(List.of())
            : key.targetColumns();
    boolean same = key.target().equals(table.name()) && target.equals(key.columns());
    if (same && !definitions.server().isMariadb()) {
      throw definitions.unsupported(
          "the foreign key " + key + ", from columns to themselves",
          "leave it out: every row keeps it");
    }
  }

  private void requireNullable(Table table, ForeignKey key) {
    boolean empties =
        key.onDelete() == ReferentialAction.SET_NULL
            || key.onUpdate() == ReferentialAction.SET_NULL;
    for (String column : key.columns()) {
      if (empties && !table.column(column).nullable()) {
        throw definitions.unsupported(
            "the foreign key " + key + ", whose column " + column + " takes no NULL",
            "make the column nullable(), or use CASCADE or NO_ACTION");
      }
    }
  }

  /**
   * InnoDB keeps the rows of a table without a primary key by its first unique index that takes no
   * NULL, and writes the table anew when that goes.
   *
   * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/innodb-index-types.html">Clustered
   *     indexes</a>
   */
  void requireNotClustered(Table table, Index index) {
    boolean clustered =
        table.primaryKey().isEmpty()
            && index.isUnique()
            && index.keys().stream()
                .allMatch(
                    key -> key.column().filter(name -> !table.column(name).nullable()).isPresent());
    if (clustered) {
      throw definitions.unsupported(
          "dropping the index "
              + index.requiredName()
              + " concurrently, by which the rows of "
              + table.name()
              + " are kept,",
          "leave concurrently() out, or add a primary key before");
    }
  }

  /** Foreign keys to a table find their key there after another one went. */
  void requireTargets(Schema after, QualifiedName target) {
    for (Table table : after.tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        if (key.target().equals(target)) {
          requireTarget(after, table, key);
        }
      }
    }
  }

  /**
   * A column that is part of a foreign key keeps its type, but a text may be longer or shorter.
   *
   * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html">Foreign
   *     keys and ALTER TABLE</a>
   */
  void requireUnbound(AlterColumn operation, Schema before) {
    boolean retyped =
        operation.changes().stream()
            .anyMatch(change -> change instanceof TypeChange || change instanceof CollationChange);
    if (!retyped) {
      return;
    }
    Column was = before.table(operation.table()).column(operation.column());
    Schema after = operation.applyTo(before);
    Column then = after.table(operation.table()).column(operation.column());
    boolean texts =
        was.type().on(definitions.dialects()) instanceof CharacterType
            && then.type().on(definitions.dialects()) instanceof CharacterType
            && was.collation().equals(then.collation());
    boolean same = definitions.type(was, before).equals(definitions.type(then, after));
    if (!texts && !same) {
      users(operation.table(), operation.column(), before).stream()
          .findFirst()
          .ifPresent(
              user -> {
                throw definitions.unsupported(
                    "another type for the column "
                        + operation.table()
                        + "."
                        + operation.column()
                        + ", which the foreign key "
                        + user
                        + " uses,",
                    "drop the foreign key before, and add it anew afterwards");
              });
    }
  }

  /**
   * MariaDB makes a UUID of text or bytes, and the other way round, and of nothing else.
   *
   * @see <a href="https://mariadb.com/kb/en/uuid-data-type/">UUID</a>
   */
  void requireConvertible(AlterColumn operation, Schema before) {
    DataType was = type(operation, before);
    DataType then = type(operation, operation.applyTo(before));
    boolean one = (was == SimpleType.UUID) != (then == SimpleType.UUID);
    if (definitions.hasUuid() && one && !(isText(was) || isText(then))) {
      throw definitions.unsupported(
          operation + " from " + was, "go through varchar(36), or drop the column and add it anew");
    }
  }

  private DataType type(AlterColumn operation, Schema schema) {
    Column column = schema.table(operation.table()).column(operation.column());
    return column.type().on(definitions.dialects());
  }

  private static boolean isText(DataType type) {
    return type instanceof CharacterType
        || type instanceof BinaryType
        || type instanceof NativeType
        || type == SimpleType.TEXT
        || type == SimpleType.BLOB;
  }

  /** The foreign keys that a column belongs to, on either side. */
  static List<String> users(QualifiedName table, String column, Schema schema) {
    List<String> users = new ArrayList<>();
    for (Table other : schema.tables()) {
      for (ForeignKey key : other.foreignKeys()) {
        boolean own = other.name().equals(table) && key.columns().contains(column);
        boolean target = key.target().equals(table) && key.targetColumns().contains(column);
        if (own || target) {
          users.add(key.requiredName() + " of table " + other.name());
        }
      }
    }
    return users;
  }

  static List<String> computed(Table table, String column) {
    List<String> plain = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      if (constraint.columns().contains(column)) {
        plain.add("constraint " + constraint.requiredName());
      }
    }
    for (Index index : table.indexes()) {
      boolean mentioned =
          index.keys().stream()
              .anyMatch(k -> k.expression().filter(e -> table.mentions(e, column)).isPresent());
      if (!mentioned) {
        plain.add("index " + index.requiredName());
      }
    }
    List<String> users = new ArrayList<>(table.usersOf(column));
    users.removeAll(plain);
    return users;
  }
}
