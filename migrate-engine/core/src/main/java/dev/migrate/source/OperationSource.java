package dev.migrate.source;

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
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.ForDialect;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.OperationVisitor;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameEnumType;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameSchema;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RenameView;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.SetSequenceOwner;
import dev.migrate.operation.SetTableOption;
import dev.migrate.operation.UpdateRows;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.TableOption;
import dev.migrate.schema.Unique;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.List;

/** Operations as calls of the recorder. */
final class OperationSource implements OperationVisitor<String, JavaCode> {

  private final Words words;
  private final ElementSource elements;
  private final ValueSource values;
  private final RawSource raw;
  private final RowSource rows;

  OperationSource(Words words) {
    this.words = words;
    this.elements = new ElementSource(words);
    this.values = elements.values();
    this.raw = new RawSource(words, this);
    this.rows = new RowSource(words);
  }

  /** A call on a recorder of this name. */
  JavaCode of(String recorder, Operation operation) {
    return operation.accept(this, recorder);
  }

  /** A lambda that records operations. */
  Layout recorder(String name, List<Operation> recorded) {
    return raw.recorder(name, recorded);
  }

  /** The query of a view, and what it reads. */
  Layout query(View view) {
    JavaCode code =
        words.call(
            "view",
            view.query()
                .map(values::text)
                .orElseThrow(() -> unknown("the query of view " + view.name())));
    for (var data : view.reads()) {
      code = code.then("reads", Words.texts(data.table().toString(), data.columns()));
    }
    return code.layout();
  }

  private static JavaCode call(String op, String word, Layout... arguments) {
    return JavaCode.on(op, word, List.of(arguments));
  }

  private static JavaCode call(String op, String word, QualifiedName name, String... texts) {
    return JavaCode.on(op, word, Words.texts(name.toString(), List.of(texts)));
  }

  @Override
  public JavaCode visit(CreateTable operation, String op) {
    return JavaCode.on(
        op,
        "createTable",
        List.of(Words.list(Words.name(operation.table().name()), elements.of(operation.table()))));
  }

  @Override
  public JavaCode visit(DropTable operation, String op) {
    return call(op, "dropTable", operation.table());
  }

  @Override
  public JavaCode visit(RenameTable operation, String op) {
    return call(op, "renameTable", operation.table(), operation.newName());
  }

  @Override
  public JavaCode visit(CommentOnTable operation, String op) {
    return call(
        op,
        "commentOnTable",
        Words.name(operation.table()),
        new ChangeSource(words, elements).of(operation.comment()));
  }

  @Override
  public JavaCode visit(SetTableOption operation, String op) {
    Layout table = Words.name(operation.table());
    return operation
        .sql()
        .map(sql -> new TableOption(operation.dialect(), sql))
        .map(option -> call(op, "setTableOption", table, elements.of(option)))
        .orElseGet(() -> call(op, "clearTableOption", table, words.dialect(operation.dialect())));
  }

  @Override
  public JavaCode visit(AddColumn operation, String op) {
    return call(op, "addColumn", Words.name(operation.table()), elements.of(operation.column()));
  }

  @Override
  public JavaCode visit(AlterColumn operation, String op) {
    List<Layout> arguments = new ArrayList<>();
    arguments.add(Words.name(operation.table()));
    arguments.add(JavaText.of(operation.column()));
    ChangeSource changes = new ChangeSource(words, elements);
    operation.changes().forEach(change -> arguments.add(changes.of(change)));
    return JavaCode.on(op, "alterColumn", arguments);
  }

  @Override
  public JavaCode visit(RenameColumn operation, String op) {
    return call(op, "renameColumn", operation.table(), operation.column(), operation.newName());
  }

  @Override
  public JavaCode visit(DropColumn operation, String op) {
    return call(op, "dropColumn", operation.table(), operation.column());
  }

  @Override
  public JavaCode visit(AddConstraint operation, String op) {
    return call(
        op,
        word(operation.constraint()),
        Words.name(operation.table()),
        elements.of(operation.table(), operation.constraint()));
  }

  private static String word(Constraint constraint) {
    if (constraint instanceof PrimaryKey) {
      return "addPrimaryKey";
    } else if (constraint instanceof Unique) {
      return "addUnique";
    }
    return constraint instanceof ForeignKey ? "addForeignKey" : "addCheck";
  }

  @Override
  public JavaCode visit(ValidateConstraint operation, String op) {
    return call(op, "validateConstraint", operation.table(), operation.constraint());
  }

  @Override
  public JavaCode visit(RenameConstraint operation, String op) {
    return call(
        op, "renameConstraint", operation.table(), operation.constraint(), operation.newName());
  }

  @Override
  public JavaCode visit(DropConstraint operation, String op) {
    return call(op, "dropConstraint", operation.table(), operation.constraint());
  }

  @Override
  public JavaCode visit(CreateIndex operation, String op) {
    return call(
        op,
        operation.concurrently() ? "createIndexConcurrently" : "createIndex",
        Words.name(operation.table()),
        elements.of(operation.table(), operation.index()));
  }

  @Override
  public JavaCode visit(RenameIndex operation, String op) {
    return call(op, "renameIndex", operation.table(), operation.index(), operation.newName());
  }

  @Override
  public JavaCode visit(DropIndex operation, String op) {
    String word = operation.concurrently() ? "dropIndexConcurrently" : "dropIndex";
    return call(op, word, operation.table(), operation.index());
  }

  @Override
  public JavaCode visit(CreateSequence operation, String op) {
    Sequence sequence = operation.sequence();
    return sequence.equals(Sequence.of(sequence.name()))
        ? call(op, "createSequence", sequence.name())
        : call(op, "createSequence", new SequenceSource(words, elements).of(sequence));
  }

  @Override
  public JavaCode visit(AlterSequence operation, String op) {
    List<Layout> arguments = new ArrayList<>();
    arguments.add(Words.name(operation.sequence()));
    SequenceChangeSource changes = new SequenceChangeSource(words, elements.types());
    operation.changes().forEach(change -> arguments.add(change.accept(changes)));
    return JavaCode.on(op, "alterSequence", arguments);
  }

  @Override
  public JavaCode visit(RenameSequence operation, String op) {
    return call(op, "renameSequence", operation.sequence(), operation.newName());
  }

  @Override
  public JavaCode visit(SetSequenceOwner operation, String op) {
    return operation.owner().isEmpty()
        ? call(op, "clearSequenceOwner", operation.sequence())
        : call(
            op,
            "setSequenceOwner",
            operation.sequence(),
            operation.owner().orElseThrow().table().toString(),
            operation.owner().orElseThrow().column());
  }

  @Override
  public JavaCode visit(DropSequence operation, String op) {
    return call(op, "dropSequence", operation.sequence());
  }

  @Override
  public JavaCode visit(CreateView operation, String op) {
    View view = operation.view();
    return call(op, "createView", Words.name(view.name()), query(view));
  }

  @Override
  public JavaCode visit(RenameView operation, String op) {
    return call(op, "renameView", operation.view(), operation.newName());
  }

  @Override
  public JavaCode visit(DropView operation, String op) {
    return call(op, "dropView", operation.view());
  }

  @Override
  public JavaCode visit(CreateEnumType operation, String op) {
    return JavaCode.on(
        op,
        "createEnumType",
        Words.texts(operation.enumType().name().toString(), operation.enumType().labels()));
  }

  @Override
  public JavaCode visit(RenameEnumType operation, String op) {
    return call(op, "renameEnumType", operation.enumType(), operation.newName());
  }

  @Override
  public JavaCode visit(DropEnumType operation, String op) {
    return call(op, "dropEnumType", operation.enumType());
  }

  @Override
  public JavaCode visit(AddEnumValue operation, String op) {
    return operation.successor().isEmpty()
        ? call(op, "addEnumValue", operation.enumType(), operation.label())
        : call(
            op,
            "addEnumValueBefore",
            operation.enumType(),
            operation.label(),
            operation.successor().orElseThrow());
  }

  @Override
  public JavaCode visit(RenameEnumValue operation, String op) {
    return call(
        op, "renameEnumValue", operation.enumType(), operation.label(), operation.newLabel());
  }

  @Override
  public JavaCode visit(CreateSchema operation, String op) {
    return call(op, "createSchema", JavaText.of(operation.namespace()));
  }

  @Override
  public JavaCode visit(RenameSchema operation, String op) {
    return call(
        op, "renameSchema", JavaText.of(operation.namespace()), JavaText.of(operation.newName()));
  }

  @Override
  public JavaCode visit(DropSchema operation, String op) {
    return call(op, "dropSchema", JavaText.of(operation.namespace()));
  }

  @Override
  public JavaCode visit(InsertRows operation, String op) {
    return rows.of(op, "insert", operation.table(), operation.columns(), operation.rows());
  }

  @Override
  public JavaCode visit(UpdateRows operation, String op) {
    return call(op, "update", Words.name(operation.table()), rows.of(operation.change()));
  }

  @Override
  public JavaCode visit(DeleteRows operation, String op) {
    return rows.of(op, "delete", operation.table(), operation.columns(), operation.rows());
  }

  @Override
  public JavaCode visit(ExecuteSql operation, String op) {
    return call(op, "execute", raw.of(operation));
  }

  @Override
  public JavaCode visit(RunCode operation, String op) {
    throw unknown("the Java code \"" + operation.label() + "\"");
  }

  @Override
  public JavaCode visit(ForDialect operation, String op) {
    return call(
        op,
        "on",
        words.dialect(operation.dialect()),
        raw.recorder(variable(operation.dialect(), op), operation.operations()));
  }

  /** A name that is not that of a variable outside the lambda. */
  private static String variable(DialectName dialect, String op) {
    String name = dialect.value();
    return name.equals(op) || name.equals("op") || name.equals("when") ? name + "_" : name;
  }

  private static IllegalStateException unknown(String what) {
    return new IllegalStateException("there is no source of " + what);
  }
}
