package dev.migrate.testkit.dialect.sample;

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
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropEnumType;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.DropView;
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
import dev.migrate.operation.SetSequenceOwner;
import dev.migrate.operation.SetTableOption;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.CacheChange;
import dev.migrate.schema.CollationChange;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnChange;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.Comment;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.CycleChange;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.DefaultChange;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Expression;
import dev.migrate.schema.IdentityChange;
import dev.migrate.schema.IdentityMode;
import dev.migrate.schema.IncrementChange;
import dev.migrate.schema.MaximumChange;
import dev.migrate.schema.MinimumChange;
import dev.migrate.schema.NullabilityChange;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SequenceChange;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.StartChange;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableOption;
import dev.migrate.schema.TypeChange;
import dev.migrate.schema.ValueTypeChange;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** Makes up changes of a schema. Not every one that comes out fits the schema. Not thread-safe. */
final class RandomChanges {

  private static final List<TableOption> OPTIONS =
      List.of(
          new TableOption(DialectName.MYSQL, "ROW_FORMAT=DYNAMIC"),
          new TableOption(DialectName.POSTGRESQL, "WITH (fillfactor = 70)"),
          new TableOption(DialectName.SQLITE, "STRICT"),
          new TableOption(DialectName.POSTGRESQL, "WITH (fillfactor=80, parallel_workers=2)"),
          new TableOption(DialectName.MYSQL, "ROW_FORMAT=REDUNDANT"),
          new TableOption(DialectName.SQLITE, "WITHOUT ROWID"));

  private final Random random;
  private final RandomParts parts;
  private final List<Function<Schema, Operation>> kinds;

  RandomChanges(Random random) {
    this.random = random;
    this.parts = new RandomParts(random);
    this.kinds =
        List.of(
            before -> new CreateTable(parts.table(before)),
            before -> new CreateTable(parts.table(before)),
            before -> new CreateTable(parts.table(before)),
            before -> new DropTable(parts.known(before).name()),
            before -> new RenameTable(parts.known(before).name(), parts.pick(RandomParts.TABLES)),
            this::commentOnTable,
            before -> new AddColumn(parts.known(before).name(), parts.column(before)),
            before -> new AddColumn(parts.known(before).name(), parts.column(before)),
            before -> new AddColumn(parts.known(before).name(), parts.column(before)),
            this::alterColumn,
            this::alterColumn,
            this::alterColumn,
            this::renameColumn,
            this::dropColumn,
            this::addConstraint,
            this::addConstraint,
            this::addConstraint,
            this::validateConstraint,
            this::renameConstraint,
            this::dropConstraint,
            this::createIndex,
            this::createIndex,
            this::renameIndex,
            this::dropIndex,
            before -> new CreateSequence(parts.sequence(before)),
            before ->
                new RenameSequence(
                    parts.pick(before.sequences()).name(), parts.pick(RandomParts.TABLES) + "_seq"),
            this::alterSequence,
            this::setSequenceOwner,
            before -> new DropSequence(parts.pick(before.sequences()).name()),
            this::createView,
            before ->
                new RenameView(
                    parts.pick(before.views()).name(), parts.pick(RandomParts.TABLES) + "_view"),
            before -> new DropView(parts.pick(before.views()).name()),
            before -> new CreateEnumType(new EnumType(parts.name(before, "_kind"), parts.labels())),
            before ->
                new RenameEnumType(
                    parts.pick(before.enumTypes()).name(),
                    parts.pick(RandomParts.TABLES) + "_kind"),
            before -> new DropEnumType(parts.pick(before.enumTypes()).name()),
            this::addEnumValue,
            this::renameEnumValue,
            before -> new CreateSchema(parts.pick(List.of("billing", "Audit", "ref"))),
            before ->
                new RenameSchema(
                    parts.pick(before.namespaces()), parts.pick(List.of("billing", "old"))),
            before -> new DropSchema(parts.pick(before.namespaces())));
  }

  /** An operation of any kind for which the schema has what it needs. */
  Operation operation(Schema before) {
    while (true) {
      try {
        return parts.pick(kinds).apply(before);
      } catch (RandomParts.NothingThere nothing) {
        // Another kind, then: creating a table needs nothing.
      }
    }
  }

  /** Instead of removing a comment, an option is set or removed: by the table, not by chance. */
  private Operation commentOnTable(Schema before) {
    Table table = parts.known(before);
    Comment comment = parts.comment();
    if (comment.text().isPresent()) {
      return new CommentOnTable(table.name(), comment);
    }
    int place = table.columns().size() + table.constraints().size() + table.options().size();
    TableOption option = OPTIONS.get(place % OPTIONS.size());
    return table.options().contains(option)
        ? new SetTableOption(table.name(), option.dialect(), Optional.empty())
        : SetTableOption.to(table.name(), option);
  }

  private Operation alterColumn(Schema before) {
    Table table = parts.known(before);
    Column column = parts.pick(table.columns());
    List<ColumnChange> changes = new ArrayList<>();
    changes.add(change(before, column));
    if (parts.oneIn(3)) {
      ColumnChange second = change(before, column);
      if (!second.getClass().equals(changes.get(0).getClass())) {
        changes.add(second);
      }
    }
    return new AlterColumn(table.name(), column.name(), changes);
  }

  private ColumnChange change(Schema before, Column column) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> new TypeChange(parts.type(before), Optional.empty());
      case 2, 3 -> new NullabilityChange(parts.oneIn(2));
      case 4, 5 ->
          new DefaultChange(
              parts.oneIn(3) ? Optional.empty() : Optional.of(parts.value(before, column.type())));
      case 6 -> parts.oneIn(3) ? new CollationChange(Optional.empty()) : parts.comment();
      default -> {
        IdentityMode mode = parts.oneIn(2) ? IdentityMode.ALWAYS : IdentityMode.BY_DEFAULT;
        yield new IdentityChange(parts.oneIn(2) ? Optional.empty() : Optional.of(mode));
      }
    };
  }

  private Operation renameColumn(Schema before) {
    Table table = parts.known(before);
    return new RenameColumn(
        table.name(), parts.pick(table.columns()).name(), parts.pick(RandomParts.COLUMNS));
  }

  private Operation dropColumn(Schema before) {
    Table table = parts.known(before);
    return new DropColumn(table.name(), parts.pick(table.columns()).name());
  }

  private Operation addConstraint(Schema before) {
    Table table = parts.known(before);
    return new AddConstraint(table.name(), parts.constraint(before, table));
  }

  private Operation validateConstraint(Schema before) {
    Table table = parts.known(before);
    List<Constraint> open = table.constraints().stream().filter(Constraint::isNotValid).toList();
    return new ValidateConstraint(table.name(), parts.pick(open).requiredName());
  }

  private Operation alterSequence(Schema before) {
    Sequence sequence = parts.pick(before.sequences());
    List<SequenceChange> changes = new ArrayList<>();
    SequenceChange first = change(sequence);
    SequenceChange second = change(sequence);
    changes.add(first);
    if (parts.oneIn(2) && !second.getClass().equals(first.getClass())) {
      changes.add(second);
    }
    return new AlterSequence(sequence.name(), changes);
  }

  /**
   * What could leave the number at which it stands outside of the usual limits does not come up.
   */
  private SequenceChange change(Sequence sequence) {
    Optional<Long> none = Optional.empty();
    return switch (random.nextInt(7)) {
      case 0 ->
          new IncrementChange(parts.pick(List.of(1L, 2L, 10L)) * Long.signum(sequence.increment()));
      case 1 ->
          new StartChange(
              sequence.increment() > 0
                  ? 1 + random.nextInt(100)
                  : sequence.start() + random.nextInt(10));
      case 2 -> new MinimumChange(parts.oneIn(2) ? none : Optional.of(-1L - random.nextInt(100)));
      case 3 -> new MaximumChange(parts.oneIn(2) ? none : Optional.of(500L + random.nextInt(100)));
      case 4 -> new CycleChange(parts.oneIn(2));
      case 5 -> new CacheChange(parts.oneIn(2) ? none : Optional.of(1L + random.nextInt(9)));
      default -> new ValueTypeChange(Optional.of(SimpleType.INTEGER));
    };
  }

  private Operation setSequenceOwner(Schema before) {
    Table table = parts.known(before);
    ColumnName owner = new ColumnName(table.name(), parts.pick(table.columns()).name());
    return new SetSequenceOwner(
        parts.pick(before.sequences()).name(),
        parts.oneIn(3) ? Optional.empty() : Optional.of(owner));
  }

  private Operation renameConstraint(Schema before) {
    Table table = parts.known(before);
    String constraint = parts.pick(table.constraints()).requiredName();
    return new RenameConstraint(table.name(), constraint, "rule_" + random.nextInt(1000));
  }

  private Operation dropConstraint(Schema before) {
    Table table = parts.known(before);
    return new DropConstraint(table.name(), parts.pick(table.constraints()).requiredName());
  }

  private Operation createIndex(Schema before) {
    Table table = parts.known(before);
    return new CreateIndex(table.name(), parts.index(table), parts.oneIn(4));
  }

  private Operation renameIndex(Schema before) {
    Table table = parts.known(before);
    String index = parts.pick(table.indexes()).requiredName();
    return new RenameIndex(table.name(), index, "Index " + random.nextInt(1000));
  }

  private Operation dropIndex(Schema before) {
    Table table = parts.known(before);
    return new DropIndex(table.name(), parts.pick(table.indexes()).requiredName(), parts.oneIn(4));
  }

  private Operation createView(Schema before) {
    QualifiedName name = parts.name(before, "_view");
    DataReference reads = new DataReference(parts.known(before).name(), List.of());
    return new CreateView(
        new View(name, Optional.of(Expression.of("SELECT 1 AS one")), List.of(reads)));
  }

  private Operation addEnumValue(Schema before) {
    EnumType type = parts.pick(before.enumTypes());
    Optional<String> successor =
        parts.oneIn(2) ? Optional.empty() : Optional.of(parts.pick(type.labels()));
    return new AddEnumValue(type.name(), "label " + random.nextInt(1000), successor);
  }

  private Operation renameEnumValue(Schema before) {
    EnumType type = parts.pick(before.enumTypes());
    return new RenameEnumValue(
        type.name(), parts.pick(type.labels()), "Label " + random.nextInt(1000));
  }
}
