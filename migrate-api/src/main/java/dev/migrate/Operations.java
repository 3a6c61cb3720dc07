package dev.migrate;

import dev.migrate.error.DefinitionException;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.CommentOnTable;
import dev.migrate.operation.CreateEnumType;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.DeleteRows;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropEnumType;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.DropView;
import dev.migrate.operation.ForDialect;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameEnumType;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameSchema;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RenameView;
import dev.migrate.operation.Row;
import dev.migrate.operation.RowChange;
import dev.migrate.operation.SetSequenceOwner;
import dev.migrate.operation.SetTableOption;
import dev.migrate.operation.UpdateRows;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnChange;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.Comment;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceChange;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableElement;
import dev.migrate.schema.TableOption;
import dev.migrate.schema.Unique;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Records what a revision does. Every call records one complete operation; nothing runs.
 *
 * <p>Names of tables, views, sequences and enum types are read by {@link QualifiedName#of}: {@code
 * "account"}, {@code "billing.invoice"}. Names of columns, constraints and indexes are taken
 * literally. Every method throws {@link DefinitionException} for arguments that are never valid,
 * such as an empty name; whether an operation fits the schema is checked when the revisions are
 * planned.
 *
 * <p>Not thread-safe, and valid only while the revision's method runs.
 */
public final class Operations {

  private final String method;
  private final List<Operation> recorded = new ArrayList<>();
  private final List<Operation> beforeUndo = new ArrayList<>();
  private boolean undoes;
  private boolean closed;

  Operations(String method) {
    this.method = method;
  }

  /**
   * Creates a table.
   *
   * @param first a column, constraint, index or comment
   */
  public void createTable(String name, TableElement first, TableElement... more) {
    add(new CreateTable(Table.of(QualifiedName.of(name), Several.of(first, more))));
  }

  /** Drops a table with all its rows. */
  public void dropTable(String name) {
    add(new DropTable(QualifiedName.of(name)));
  }

  /**
   * Renames a table within its schema. Its keys, constraints and indexes keep their names, such as
   * {@code pk_account}: to create a new table under the old name, rename them with {@link
   * #renameConstraint} and {@link #renameIndex}, or name those of the new table differently.
   *
   * @param newName its new name, taken literally
   */
  public void renameTable(String name, String newName) {
    add(new RenameTable(QualifiedName.of(name), newName));
  }

  /**
   * Sets or removes the comment of a table.
   *
   * @param comment {@code comment("…")} or {@code noComment()}
   */
  public void commentOnTable(String table, Comment comment) {
    add(new CommentOnTable(QualifiedName.of(table), comment));
  }

  /**
   * Sets or replaces the option of a table for one dialect. The text says everything: what the
   * option before it said and the new one does not is undone, or refused when the revision is
   * planned where the database cannot undo it.
   *
   * @param option {@code tableOption(MYSQL, "ROW_FORMAT = COMPRESSED")}
   */
  public void setTableOption(String table, TableOption option) {
    add(SetTableOption.to(QualifiedName.of(table), option));
  }

  /** Removes the option of a table for one dialect. */
  public void clearTableOption(String table, DialectName dialect) {
    add(new SetTableOption(QualifiedName.of(table), dialect, Optional.empty()));
  }

  /** Adds a column at the end of a table. */
  public void addColumn(String table, Column column) {
    add(new AddColumn(QualifiedName.of(table), column));
  }

  /**
   * Changes attributes of a column; the others keep their values.
   *
   * @param more further attributes, each kind at most once
   */
  public void alterColumn(String table, String column, ColumnChange first, ColumnChange... more) {
    add(new AlterColumn(QualifiedName.of(table), column, Several.of(first, more)));
  }

  /** Renames a column. */
  public void renameColumn(String table, String column, String newName) {
    add(new RenameColumn(QualifiedName.of(table), column, newName));
  }

  /** Drops a column with its values. */
  public void dropColumn(String table, String column) {
    add(new DropColumn(QualifiedName.of(table), column));
  }

  /** Adds a primary key. */
  public void addPrimaryKey(String table, PrimaryKey key) {
    add(new AddConstraint(QualifiedName.of(table), key));
  }

  /** Adds a unique constraint. */
  public void addUnique(String table, Unique unique) {
    add(new AddConstraint(QualifiedName.of(table), unique));
  }

  /** Adds a foreign key. */
  public void addForeignKey(String table, ForeignKey key) {
    add(new AddConstraint(QualifiedName.of(table), key));
  }

  /** Adds a check. */
  public void addCheck(String table, Check check) {
    add(new AddConstraint(QualifiedName.of(table), check));
  }

  /**
   * Validates existing rows against a check or foreign key that was added as {@code notValid()}.
   * Other sessions can write to the table meanwhile.
   */
  public void validateConstraint(String table, String constraint) {
    add(new ValidateConstraint(QualifiedName.of(table), constraint));
  }

  /** Renames a constraint of any kind. */
  public void renameConstraint(String table, String constraint, String newName) {
    add(new RenameConstraint(QualifiedName.of(table), constraint, newName));
  }

  /**
   * Drops a constraint of any kind.
   *
   * @param constraint the constraint's name, such as {@code uq_account_login}
   */
  public void dropConstraint(String table, String constraint) {
    add(new DropConstraint(QualifiedName.of(table), constraint));
  }

  /** Creates an index. */
  public void createIndex(String table, Index index) {
    add(new CreateIndex(QualifiedName.of(table), index));
  }

  /**
   * Creates an index without blocking writes to the table, where the database can do that: {@code
   * CONCURRENTLY} on PostgreSQL, which takes longer and runs outside a transaction. Elsewhere the
   * same as {@link #createIndex}.
   */
  public void createIndexConcurrently(String table, Index index) {
    add(new CreateIndex(QualifiedName.of(table), index, true));
  }

  /** Renames an index. */
  public void renameIndex(String table, String index, String newName) {
    add(new RenameIndex(QualifiedName.of(table), index, newName));
  }

  /**
   * Drops an index.
   *
   * @param index the index's name, such as {@code ix_account_email}
   */
  public void dropIndex(String table, String index) {
    add(new DropIndex(QualifiedName.of(table), index));
  }

  /**
   * Drops an index without blocking the table, where the database can do that. Elsewhere the same
   * as {@link #dropIndex}.
   *
   * @param index the index's name, such as {@code ix_account_email}
   */
  public void dropIndexConcurrently(String table, String index) {
    add(new DropIndex(QualifiedName.of(table), index, true));
  }

  /** Creates a sequence with start 1 and increment 1. */
  public void createSequence(String name) {
    createSequence(Ddl.sequence(name));
  }

  /** Creates a sequence. */
  public void createSequence(Sequence sequence) {
    add(new CreateSequence(sequence));
  }

  /**
   * Changes attributes of a sequence; the others keep their values, and its current number stays
   * where it is.
   *
   * @param more further attributes, each kind at most once
   */
  public void alterSequence(String name, SequenceChange first, SequenceChange... more) {
    add(new AlterSequence(QualifiedName.of(name), Several.of(first, more)));
  }

  /**
   * Renames a sequence within its schema.
   *
   * @param newName its new name, taken literally
   */
  public void renameSequence(String name, String newName) {
    add(new RenameSequence(QualifiedName.of(name), newName));
  }

  /**
   * Makes a column own the sequence, so that dropping the column drops it (PostgreSQL only).
   *
   * @param table the column's table
   */
  public void setSequenceOwner(String sequence, String table, String column) {
    ColumnName owner = new ColumnName(QualifiedName.of(table), column);
    add(new SetSequenceOwner(QualifiedName.of(sequence), Optional.of(owner)));
  }

  /** Removes the owner of a sequence (PostgreSQL only). */
  public void clearSequenceOwner(String sequence) {
    add(new SetSequenceOwner(QualifiedName.of(sequence), Optional.empty()));
  }

  /** Drops a sequence. */
  public void dropSequence(String name) {
    add(new DropSequence(QualifiedName.of(name)));
  }

  /**
   * Creates a view.
   *
   * @param view {@code view("SELECT …").reads("account")}
   */
  public void createView(String name, View.Start view) {
    add(new CreateView(view.named(QualifiedName.of(name))));
  }

  /**
   * Renames a view within its schema.
   *
   * @param newName its new name, taken literally
   */
  public void renameView(String name, String newName) {
    add(new RenameView(QualifiedName.of(name), newName));
  }

  /** Drops a view. */
  public void dropView(String name) {
    add(new DropView(QualifiedName.of(name)));
  }

  /**
   * Creates an enum type.
   *
   * @param more further labels, in their order
   */
  public void createEnumType(String name, String first, String... more) {
    add(new CreateEnumType(new EnumType(QualifiedName.of(name), Several.of(first, more))));
  }

  /**
   * Renames an enum type within its schema.
   *
   * @param newName its new name, taken literally
   */
  public void renameEnumType(String name, String newName) {
    add(new RenameEnumType(QualifiedName.of(name), newName));
  }

  /** Drops an enum type. */
  public void dropEnumType(String name) {
    add(new DropEnumType(QualifiedName.of(name)));
  }

  /** Adds a label at the end of an enum type. */
  public void addEnumValue(String enumType, String label) {
    add(new AddEnumValue(QualifiedName.of(enumType), label, Optional.empty()));
  }

  /**
   * Adds a label to an enum type before an existing one.
   *
   * @param successor the existing label that follows it
   */
  public void addEnumValueBefore(String enumType, String label, String successor) {
    Objects.requireNonNull(successor, "successor");
    add(new AddEnumValue(QualifiedName.of(enumType), label, Optional.of(successor)));
  }

  /** Renames a label of an enum type. */
  public void renameEnumValue(String enumType, String label, String newLabel) {
    add(new RenameEnumValue(QualifiedName.of(enumType), label, newLabel));
  }

  /**
   * Creates a schema (namespace) in addition to the connection's default one.
   *
   * @param name its name, taken literally
   */
  public void createSchema(String name) {
    add(new CreateSchema(name));
  }

  /**
   * Renames a schema (namespace).
   *
   * @param name its name, taken literally
   */
  public void renameSchema(String name, String newName) {
    add(new RenameSchema(name, newName));
  }

  /**
   * Drops an empty schema (namespace).
   *
   * @param name its name, taken literally
   */
  public void dropSchema(String name) {
    add(new DropSchema(name));
  }

  /**
   * Inserts rows.
   *
   * @param columns {@code columns("id", "name")}
   * @param first {@code row(1, "Rock")}
   */
  public void insert(String table, List<String> columns, Row first, Row... more) {
    add(new InsertRows(QualifiedName.of(table), columns, Several.of(first, more)));
  }

  /**
   * Inserts rows from a list, such as rows read from a file of the application.
   *
   * @param columns {@code columns("id", "name")}
   * @param rows the rows, at least one
   */
  public void insert(String table, List<String> columns, List<Row> rows) {
    add(new InsertRows(QualifiedName.of(table), columns, rows));
  }

  /**
   * Updates existing rows.
   *
   * @param change {@code set("name", "Rock").where("id", 1)}
   */
  public void update(String table, RowChange change) {
    add(new UpdateRows(QualifiedName.of(table), change));
  }

  /**
   * Deletes the rows with the given values.
   *
   * @param columns {@code columns("id")}: what is compared
   * @param first {@code row(1)}
   */
  public void delete(String table, List<String> columns, Row first, Row... more) {
    add(new DeleteRows(QualifiedName.of(table), columns, Several.of(first, more)));
  }

  /**
   * Executes one statement of raw SQL.
   *
   * @param sql {@code sql("UPDATE …").reads(…).writes(…).needsNoUndo()}
   */
  public void execute(Sql sql) {
    add(sql.operation());
  }

  /**
   * Runs Java code.
   *
   * @param code {@code code("import avatars", this::importAvatars).writes(…).needsNoUndo()}
   */
  public void run(Code code) {
    add(code.operation());
  }

  /** Records operations that run on one dialect only. */
  public void on(DialectName dialect, Consumer<Operations> group) {
    add(new ForDialect(dialect, record("on " + dialect, group)));
  }

  /** Records an operation object. */
  public void add(Operation operation) {
    Objects.requireNonNull(operation, "operation");
    requireOpen();
    recorded.add(operation);
  }

  /**
   * Records the inverses of the upgrade's operations, in reverse order. Allowed only in {@link
   * Revision#downgrade}, and once.
   *
   * @throws DefinitionException if called elsewhere or twice
   */
  public void undoUpgrade() {
    requireOpen();
    if (!method.equals("downgrade") || undoes) {
      throw new DefinitionException(
          "undoUpgrade() was called " + (undoes ? "twice" : "in " + method),
          "call it once, in downgrade(…)");
    }
    undoes = true;
    beforeUndo.addAll(recorded);
    recorded.clear();
  }

  static List<Operation> record(String method, Consumer<Operations> body) {
    Operations operations = new Operations(method);
    body.accept(operations);
    operations.close();
    return operations.recorded();
  }

  void close() {
    closed = true;
  }

  int size() {
    return beforeUndo.size() + recorded.size();
  }

  List<Operation> recorded() {
    return List.copyOf(recorded);
  }

  Recording.Downgrade recordedDowngrade() {
    return undoes
        ? new Recording.Downgrade(beforeUndo, true, recorded)
        : new Recording.Downgrade(recorded, false, List.of());
  }

  private void requireOpen() {
    if (closed) {
      throw new DefinitionException(
          "an operation was recorded after " + method + "() had returned",
          "record within the method; do not keep the Operations");
    }
  }
}
