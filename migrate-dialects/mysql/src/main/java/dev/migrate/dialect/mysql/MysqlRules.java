package dev.migrate.dialect.mysql;

import dev.migrate.dialect.ansi.UnclearConversion;
import dev.migrate.operation.AlterColumn;
import dev.migrate.schema.BinaryType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import dev.migrate.schema.VaryingDefault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the model allows and the server would refuse at run time; refused before anything runs. */
final class MysqlRules {

  private final MysqlDefinitions definitions;
  private final MysqlForeignKeyRules foreignKeys;

  MysqlRules(MysqlDefinitions definitions) {
    this.definitions = definitions;
    this.foreignKeys = new MysqlForeignKeyRules(definitions);
  }

  /** A table as a statement leaves it. */
  void require(Table table, Schema schema) {
    requireDistinct("columns", table, table.columns().stream().map(Column::name).toList());
    requireDistinct("indexes", table, indexes(table));
    new MysqlLimits(definitions, table).require();
    table.indexes().forEach(index -> requirePrefixes(table, index));
    requireNumbered(table);
    requireOrdinaryKey(table);
    for (ForeignKey key : table.foreignKeys()) {
      foreignKeys.require(table, key, schema);
    }
  }

  /** A column that changes, on both sides of foreign keys. */
  void requireUnbound(AlterColumn operation, Schema before) {
    foreignKeys.requireUnbound(operation, before);
    requireTargets(operation.applyTo(before), operation.table());
  }

  /** Foreign keys to a table find their key there after another one went. */
  void requireTargets(Schema after, QualifiedName target) {
    foreignKeys.requireTargets(after, target);
  }

  private List<String> indexes(Table table) {
    List<String> names = new ArrayList<>(new MysqlKeys(table, definitions).implied().keySet());
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

  private void requirePrefixes(Table table, Index index) {
    if (index.method().filter(method -> method.equalsIgnoreCase("fulltext")).isPresent()) {
      return;
    }
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

  /**
   * A primary key has no computed column; on MySQL it can have a stored one.
   *
   * @see <a href="https://mariadb.com/kb/en/generated-columns/">Generated columns in MariaDB</a>
   * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/create-table-secondary-indexes.html">Keys
   *     and generated columns in MySQL</a>
   */
  private void requireOrdinaryKey(Table table) {
    List<String> columns = table.primaryKey().map(PrimaryKey::columns).orElse(List.of());
    for (String column : columns) {
      if (table.column(column).generated().filter(this::isOutsideKeys).isPresent()) {
        throw definitions.unsupported(
            "the computed column " + column + " in the primary key of table " + table.name(),
            "make a unique constraint of it");
      }
    }
  }

  private boolean isOutsideKeys(Generated generated) {
    return definitions.server().isMariadb() || !generated.stored();
  }

  /** {@code there can be only one auto column and it must be defined as a key}. */
  private void requireNumbered(Table table) {
    List<Column> numbered =
        table.columns().stream().filter(column -> column.identityMode().isPresent()).toList();
    for (Column column : numbered) {
      requireUncomputed(table, column);
      if (numbered.size() > 1 || !new MysqlKeys(table, definitions).isLed(column.name())) {
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

  /**
   * InnoDB keeps the rows of a table without a primary key by its first unique index that takes no
   * NULL, and rewrites the table when that goes.
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
          "leave concurrently() out, or add a primary key first");
    }
  }

  /**
   * MariaDB makes a UUID of text or bytes, and the other way round, and of nothing else. MySQL has
   * bytes in its place, which it would take for a text as they are.
   *
   * @see <a href="https://mariadb.com/kb/en/uuid-data-type/">UUID</a>
   */
  void requireConvertible(AlterColumn operation, Schema before) {
    DataType was = type(operation, before);
    DataType then = type(operation, operation.applyTo(before));
    boolean one = (was == SimpleType.UUID) != (then == SimpleType.UUID);
    if (definitions.hasUuid() && one && !(isText(was) || isText(then))) {
      throw definitions.unsupported(
          operation + " from " + was,
          "go through varchar(36), or drop the column and add it again");
    }
    boolean isBytes = isBytes(was) || isBytes(then);
    boolean isNative = was instanceof NativeType || then instanceof NativeType;
    if (one && !definitions.hasUuid() && !isBytes && !isNative) {
      throw definitions.unsupported(
          operation + " from " + was,
          "add a column of the new type, fill it with BIN_TO_UUID(…) or UUID_TO_BIN(…), and drop"
              + " the old one");
    }
    new UnclearConversion(definitions)
        .refuse(
            operation,
            before,
            "add a column of the new type, fill it with op.execute(sql(\"UPDATE …\")), and drop the"
                + " old one");
  }

  private DataType type(AlterColumn operation, Schema schema) {
    Column column = schema.table(operation.table()).column(operation.column());
    return column.type().on(definitions.dialects());
  }

  private static boolean isBytes(DataType type) {
    return type instanceof BinaryType || type == SimpleType.BLOB;
  }

  private static boolean isText(DataType type) {
    return type instanceof CharacterType
        || type instanceof BinaryType
        || type instanceof NativeType
        || type == SimpleType.TEXT
        || type == SimpleType.BLOB;
  }

  /** The parts of a table that are computed from a column, in words. */
  private static List<String> computed(Table table, String column) {
    List<String> users = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof Check check
          && (check.usedColumns().contains(column) || table.mentions(check.condition(), column))) {
        users.add("constraint " + check.requiredName());
      }
    }
    for (Index index : table.indexes()) {
      if (index.keys().stream()
          .anyMatch(k -> k.expression().filter(e -> table.mentions(e, column)).isPresent())) {
        users.add("index " + index.requiredName());
      }
    }
    for (Column other : table.columns()) {
      if (other.generated().filter(g -> table.mentions(g.expression(), column)).isPresent()) {
        users.add("generated column " + other.name());
      }
    }
    for (Column other : table.columns()) {
      if (other.defaultValue().filter(value -> mentions(table, value, column)).isPresent()) {
        users.add("default of column " + other.name());
      }
    }
    return users;
  }

  private static boolean mentions(Table table, DefaultValue value, String column) {
    if (value instanceof VaryingDefault varying) {
      return mentions(table, varying.standard(), column)
          || varying.variants().values().stream().anyMatch(v -> mentions(table, v, column));
    }
    return value instanceof Expression text && table.mentions(text, column);
  }
}
