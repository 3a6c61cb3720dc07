package dev.migrate.dialect.mysql;

import dev.migrate.operation.AlterColumn;
import dev.migrate.schema.BinaryType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.EnumLabels;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Foreign keys that the server would refuse, or read and forget; and changes that foreign keys
 * forbid.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html">Foreign
 *     keys in MySQL</a>
 * @see <a href="https://mariadb.com/kb/en/foreign-keys/">and in MariaDB</a>
 */
record MysqlForeignKeyRules(MysqlDefinitions definitions) {

  private static final String DROP_FIRST =
      "drop the foreign key first, and add it again afterwards";

  /** A foreign key of a table as a statement leaves it. */
  void require(Table table, ForeignKey key, Schema schema) {
    requireReachable(table.name(), key);
    requireKept(table, key, table);
    target(schema, table, key).ifPresent(target -> requireTarget(table, key, target));
    requireOther(table, key);
    requireNullable(table, key);
  }

  /** Foreign keys of other tables to this one, which a statement has changed. */
  void requireTargets(Schema after, QualifiedName target) {
    for (Table table : after.tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        if (key.target().equals(target)) {
          target(after, table, key).ifPresent(found -> requireTarget(table, key, found));
        }
      }
    }
  }

  private static Optional<Table> target(Schema schema, Table table, ForeignKey key) {
    return key.target().equals(table.name()) ? Optional.of(table) : schema.findTable(key.target());
  }

  private void requireTarget(Table table, ForeignKey key, Table target) {
    requireKept(table, key, target);
    if (key.targetColumns().isEmpty()) {
      return;
    }
    if (!new MysqlKeys(target, definitions).hasKeyInOrder(key.targetColumns())) {
      throw definitions.unsupported(
          "the foreign key " + key + ", to no key over these columns in this order",
          "name the columns in the order of the key of " + key.target());
    }
    for (int i = 0; i < key.columns().size(); i++) {
      Column from = table.column(key.columns().get(i));
      Column to = target.column(key.targetColumns().get(i));
      requireAlike(table, key, from, target, to);
      requireCascade(key, from, to);
    }
  }

  private void requireAlike(Table table, ForeignKey key, Column from, Table target, Column to) {
    if (!new MysqlComparison(definitions).isPossible(table, from, target, to)) {
      throw definitions.unsupported(
          "the foreign key "
              + key.requiredName()
              + " from "
              + table.name()
              + "."
              + from
              + " to "
              + target.name()
              + "."
              + to,
          "give both columns the same type, and texts the same collation");
    }
  }

  /** MariaDB would have to write a NULL where none is allowed. */
  private void requireCascade(ForeignKey key, Column from, Column to) {
    boolean cascades = key.onUpdate() == ReferentialAction.CASCADE;
    if (definitions.server().isMariadb() && cascades && to.nullable() && !from.nullable()) {
      throw definitions.unsupported(
          "the foreign key "
              + key
              + " on update cascade, from a column that takes no NULL to one that does,",
          "let both columns take NULL, or none of them, or leave onUpdate(CASCADE) out");
    }
  }

  /** Only InnoDB keeps foreign keys, and not in tables with partitions. */
  private void requireKept(Table table, ForeignKey key, Table side) {
    MysqlTableOptions options = MysqlTableOptions.of(side, definitions.dialects());
    if (!options.keepsForeignKeys()) {
      throw definitions.unsupported(
          "the foreign key "
              + key.requiredName()
              + " of table "
              + table.name()
              + ", as the table "
              + side.name()
              + " has the option "
              + side.optionOn(definitions.dialects()).map(TableOption::sql).orElse("")
              + ",",
          "leave the foreign key out, or let the table be an InnoDB table without partitions");
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
   * A column of a foreign key keeps its type. Only labels may be added to an enum, and MySQL lets a
   * text be longer as long as its length takes as many bytes. In MySQL it also stays an identity,
   * or none.
   */
  void requireUnbound(AlterColumn operation, Schema before) {
    Schema after = operation.applyTo(before);
    Column was = before.table(operation.table()).column(operation.column());
    Column then = after.table(operation.table()).column(operation.column());
    boolean numbered =
        !was.identityMode().equals(then.identityMode()) && !definitions.server().isMariadb();
    if (numbered || !isSame(operation, was, before, then, after)) {
      users(operation.table(), operation.column(), before).stream()
          .findFirst()
          .ifPresent(
              user -> {
                throw definitions.unsupported(
                    (numbered ? "an identity more or less at" : "another type for")
                        + " the column "
                        + operation.table()
                        + "."
                        + operation.column()
                        + ", which the foreign key "
                        + user
                        + " uses,",
                    DROP_FIRST);
              });
    }
  }

  private boolean isSame(
      AlterColumn operation, Column was, Schema before, Column then, Schema after) {
    if (definitions.type(was, before).equals(definitions.type(then, after))) {
      return true;
    }
    DataType from = was.type().on(definitions.dialects());
    DataType to = then.type().on(definitions.dialects());
    if (from instanceof EnumLabels some && to instanceof EnumLabels more) {
      int count = some.labels().size();
      return more.labels().size() >= count && more.labels().subList(0, count).equals(some.labels());
    }
    if (definitions.server().isMariadb() || !was.collation().equals(then.collation())) {
      return false;
    }
    boolean texts =
        (from instanceof CharacterType one
                && to instanceof CharacterType other
                && !one.fixed()
                && !other.fixed())
            || (from instanceof BinaryType && to instanceof BinaryType);
    int size =
        new MysqlKeySize(before.table(operation.table()), definitions).size(was.name()).inRow();
    int next =
        new MysqlKeySize(after.table(operation.table()), definitions).size(then.name()).inRow();
    return texts && next >= size && (size <= 256) == (next <= 256);
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
}
