package dev.migrate.testkit;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterColumn;
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
import dev.migrate.schema.ArrayType;
import dev.migrate.schema.BinaryType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Check;
import dev.migrate.schema.CollationChange;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnChange;
import dev.migrate.schema.Comment;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.CurrentDate;
import dev.migrate.schema.CurrentTimestamp;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.DefaultChange;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.IdentityChange;
import dev.migrate.schema.IdentityMode;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.Literal;
import dev.migrate.schema.NextValue;
import dev.migrate.schema.NullabilityChange;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableElement;
import dev.migrate.schema.TimeType;
import dev.migrate.schema.TimestampType;
import dev.migrate.schema.TypeChange;
import dev.migrate.schema.Unique;
import dev.migrate.schema.View;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Makes up the parts of operations. Not every operation that comes out fits the schema. */
final class RandomParts {

  private static final List<String> TABLES =
      List.of("account", "post", "tag", "user", "Order", "team", "we\"ird.name", "ACCOUNT_LOG");

  private static final List<String> COLUMNS =
      List.of("id", "name", "a", "b", "c", "value", "Mixed", "with space", "UPPER", "größe");

  /** The names among them that an expression can mention without quotes. */
  private static final Set<String> PLAIN = Set.of("id", "name", "a", "b", "c");

  /** Types of which values are not sorted. */
  private static final Set<DataType> UNSORTED =
      Set.of(SimpleType.TEXT, SimpleType.BLOB, SimpleType.JSON);

  private static final List<DataType> TYPES =
      List.of(
          SimpleType.BOOLEAN,
          SimpleType.SMALLINT,
          SimpleType.INTEGER,
          SimpleType.INTEGER,
          SimpleType.BIGINT,
          SimpleType.REAL,
          SimpleType.DOUBLE_PRECISION,
          SimpleType.TEXT,
          SimpleType.BLOB,
          SimpleType.DATE,
          SimpleType.UUID,
          SimpleType.JSON,
          new DecimalType(10, 2),
          new DecimalType(5, 0),
          new CharacterType(40, false),
          new CharacterType(1, true),
          new BinaryType(16),
          new TimeType(0),
          new TimeType(6),
          new TimestampType(6, false),
          new TimestampType(3, true),
          new ArrayType(SimpleType.INTEGER));

  private final Random random;
  private final List<Function<Schema, Operation>> kinds;

  RandomParts(Random random) {
    this.random = random;
    this.kinds =
        List.of(
            before -> new CreateTable(table(before)),
            before -> new CreateTable(table(before)),
            before -> new CreateTable(table(before)),
            before -> new DropTable(known(before).name()),
            before -> new RenameTable(known(before).name(), pick(TABLES)),
            before -> new CommentOnTable(known(before).name(), comment()),
            before -> new AddColumn(known(before).name(), column(before)),
            before -> new AddColumn(known(before).name(), column(before)),
            before -> new AddColumn(known(before).name(), column(before)),
            this::alterColumn,
            this::alterColumn,
            this::alterColumn,
            this::renameColumn,
            this::dropColumn,
            this::addConstraint,
            this::addConstraint,
            this::addConstraint,
            this::renameConstraint,
            this::dropConstraint,
            this::createIndex,
            this::createIndex,
            this::renameIndex,
            this::dropIndex,
            before -> new CreateSequence(sequence(before)),
            before -> new RenameSequence(pick(before.sequences()).name(), pick(TABLES) + "_seq"),
            before -> new DropSequence(pick(before.sequences()).name()),
            this::createView,
            before -> new RenameView(pick(before.views()).name(), pick(TABLES) + "_view"),
            before -> new DropView(pick(before.views()).name()),
            before -> new CreateEnumType(new EnumType(name(before, "_kind"), labels())),
            before -> new RenameEnumType(pick(before.enumTypes()).name(), pick(TABLES) + "_kind"),
            before -> new DropEnumType(pick(before.enumTypes()).name()),
            this::addEnumValue,
            this::renameEnumValue,
            before -> new CreateSchema(pick(List.of("billing", "Audit", "ref"))),
            before -> new RenameSchema(pick(before.namespaces()), pick(List.of("billing", "old"))),
            before -> new DropSchema(pick(before.namespaces())));
  }

  /** An operation of any kind for which the schema has what it needs. */
  Operation operation(Schema before) {
    while (true) {
      try {
        return pick(kinds).apply(before);
      } catch (NothingThere nothing) {
        // Another kind, then: creating a table needs nothing.
      }
    }
  }

  /** Whether the schema is one that most databases can have. */
  boolean isOrdinary(Schema schema) {
    Set<QualifiedName> names = new HashSet<>();
    for (Table table : schema.tables()) {
      for (Constraint constraint : table.constraints()) {
        if (!names.add(table.name().sibling(constraint.requiredName()))
            || isUnsorted(table, constraint.columns())) {
          return false;
        }
      }
      for (Index index : table.indexes()) {
        if (!names.add(table.name().sibling(index.requiredName()))
            || isUnsorted(table, index.columns())) {
          return false;
        }
      }
      if (table.columns().stream().allMatch(column -> column.generated().isPresent())
          || table.columns().stream().anyMatch(RandomParts::hasNoDocument)
          || table.foreignKeys().stream().anyMatch(key -> isUneven(schema, table, key))) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasNoDocument(Column column) {
    return column.type() == SimpleType.JSON
        && column.defaultValue().isPresent()
        && column
            .defaultValue()
            .filter(List.of(Literal.NULL, Literal.of("{}"))::contains)
            .isEmpty();
  }

  /** Whether a foreign key refers to columns of other types. */
  private static boolean isUneven(Schema schema, Table table, ForeignKey key) {
    Table target = schema.table(key.target());
    return IntStream.range(0, key.columns().size())
        .anyMatch(
            i ->
                !table
                    .column(key.columns().get(i))
                    .type()
                    .equals(target.column(key.targetColumns().get(i)).type()));
  }

  private static boolean isUnsorted(Table table, List<String> columns) {
    return columns.stream()
        .map(column -> table.column(column).type())
        .anyMatch(type -> UNSORTED.contains(type) || type instanceof ArrayType);
  }

  /** There is nothing to pick from. */
  private static final class NothingThere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingThere() {
      super(null, null, false, false);
    }
  }

  private <T> T pick(List<T> values) {
    if (values.isEmpty()) {
      throw new NothingThere();
    }
    return values.get(random.nextInt(values.size()));
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private Table known(Schema before) {
    return pick(before.tables());
  }

  private QualifiedName name(Schema before, String suffix) {
    String name = pick(TABLES) + suffix;
    return before.namespaces().isEmpty() || !oneIn(3)
        ? QualifiedName.exactly(name)
        : QualifiedName.in(pick(before.namespaces()), name);
  }

  private Comment comment() {
    return new Comment(
        oneIn(3) ? Optional.empty() : Optional.of("it's \\ \"so\" " + random.nextInt(9)));
  }

  private Table table(Schema before) {
    List<TableElement> elements = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    List<String> names = new ArrayList<>(COLUMNS);
    Collections.shuffle(names, random);
    boolean numbered = oneIn(2);
    if (numbered) {
      names.remove("id");
      columns.add(Column.of("id", SimpleType.BIGINT).identity());
    }
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      columns.add(column(before).withName(names.get(i)));
    }
    elements.addAll(columns);
    Table bare = Table.of(name(before, ""), elements);
    if (numbered && !oneIn(3)) {
      elements.add(new PrimaryKey(Optional.empty(), List.of("id")));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      elements.add(oneIn(2) ? index(bare) : constraint(before, bare));
    }
    if (oneIn(4)) {
      elements.add(new Comment(Optional.of("a table")));
    }
    return Table.of(bare.name(), elements);
  }

  private Column column(Schema before) {
    Column column = Column.of(pick(COLUMNS), type(before));
    if (oneIn(6)) {
      column = column.comment("what it's for");
    }
    if (oneIn(3)) {
      return column.withDefault(Optional.of(value(before, column.type()))).withNullable(oneIn(2));
    }
    if (oneIn(12) && column.type() == SimpleType.INTEGER) {
      return oneIn(2) ? column.identity() : column.identityAlways();
    }
    return oneIn(15) && column.type() == SimpleType.INTEGER
        ? column.storedAs("1 + 1")
        : column.withNullable(!oneIn(3));
  }

  private DataType type(Schema before) {
    return oneIn(6) && !before.enumTypes().isEmpty()
        ? new EnumReference(pick(before.enumTypes()).name())
        : pick(TYPES);
  }

  private DefaultValue value(Schema before, DataType type) {
    if (oneIn(12)) {
      return Literal.NULL;
    }
    if (type instanceof EnumReference reference) {
      return Literal.of(pick(before.enumType(reference.type()).labels()));
    }
    if (type == SimpleType.BIGINT && oneIn(2) && !before.sequences().isEmpty()) {
      return new NextValue(pick(before.sequences()).name());
    } else if (type == SimpleType.DATE && oneIn(2)) {
      return new CurrentDate();
    } else if (type instanceof TimestampType && oneIn(2)) {
      return new CurrentTimestamp();
    }
    List<Literal> fitting =
        List.of(true, 0, 1, 42, "", "x", "é'\\\n", "{}").stream()
            .map(Literal::of)
            .filter(literal -> type.accepts(literal.kind()))
            .filter(literal -> type != SimpleType.JSON || literal.text().equals("{}"))
            .filter(
                literal ->
                    !(type instanceof CharacterType characters)
                        || literal.text().length() <= characters.length())
            .toList();
    return oneIn(2) || fitting.isEmpty() ? other(type, fitting) : pick(fitting);
  }

  private Literal other(DataType type, List<Literal> fitting) {
    List<Literal> more =
        List.of(
                new BigDecimal("1.50"),
                new BigDecimal("-0.25"),
                LocalDate.of(2020, 2, 29),
                LocalTime.of(23, 59, 59),
                LocalDateTime.of(2020, 1, 1, 0, 0, 0, 123_000_000),
                Instant.parse("2020-06-01T10:00:00Z"),
                new UUID(1, 2),
                new byte[] {0, -1})
            .stream()
            .map(Literal::of)
            .filter(literal -> type.accepts(literal.kind()))
            .filter(literal -> !(type instanceof SimpleType simple) || !simple.isWholeNumber())
            .toList();
    return more.isEmpty() ? pick(fitting) : pick(more);
  }

  private List<String> labels() {
    List<String> labels = new ArrayList<>(List.of("new", "Open", "it's", "a,b", "done"));
    Collections.shuffle(labels, random);
    return labels.subList(0, 1 + random.nextInt(labels.size()));
  }

  private Operation alterColumn(Schema before) {
    Table table = known(before);
    Column column = pick(table.columns());
    List<ColumnChange> changes = new ArrayList<>();
    changes.add(change(before, column));
    if (oneIn(3)) {
      ColumnChange second = change(before, column);
      if (!second.getClass().equals(changes.get(0).getClass())) {
        changes.add(second);
      }
    }
    return new AlterColumn(table.name(), column.name(), changes);
  }

  private ColumnChange change(Schema before, Column column) {
    return switch (random.nextInt(8)) {
      case 0, 1 -> new TypeChange(type(before), Optional.empty());
      case 2, 3 -> new NullabilityChange(oneIn(2));
      case 4, 5 ->
          new DefaultChange(
              oneIn(3) ? Optional.empty() : Optional.of(value(before, column.type())));
      case 6 -> oneIn(3) ? new CollationChange(Optional.empty()) : comment();
      default -> {
        IdentityMode mode = oneIn(2) ? IdentityMode.ALWAYS : IdentityMode.BY_DEFAULT;
        yield new IdentityChange(oneIn(2) ? Optional.empty() : Optional.of(mode));
      }
    };
  }

  private Operation renameColumn(Schema before) {
    Table table = known(before);
    return new RenameColumn(table.name(), pick(table.columns()).name(), pick(COLUMNS));
  }

  private Operation dropColumn(Schema before) {
    Table table = known(before);
    return new DropColumn(table.name(), pick(table.columns()).name());
  }

  private List<String> someColumns(Table table) {
    List<String> columns = new ArrayList<>(table.columns().stream().map(Column::name).toList());
    Collections.shuffle(columns, random);
    return columns.subList(0, 1 + random.nextInt(Math.min(2, columns.size())));
  }

  private Operation addConstraint(Schema before) {
    Table table = known(before);
    return new AddConstraint(table.name(), constraint(before, table));
  }

  private Constraint constraint(Schema before, Table table) {
    return switch (random.nextInt(5)) {
      case 0 -> new PrimaryKey(Optional.empty(), someColumns(table));
      case 1 -> new Unique(Optional.empty(), someColumns(table));
      case 2 -> check(table);
      default -> foreignKey(before, table);
    };
  }

  private Constraint check(Table table) {
    String column =
        pick(table.columns().stream().map(Column::name).filter(PLAIN::contains).toList());
    String other =
        pick(table.columns().stream().map(Column::name).filter(PLAIN::contains).toList());
    return new Check(
        Optional.empty(),
        Expression.of(
            oneIn(2) ? column + " IS NOT NULL" : column + " IS NULL OR " + other + " IS NOT NULL"));
  }

  private Constraint foreignKey(Schema before, Table table) {
    Table target = known(before);
    List<Constraint> keys =
        target.constraints().stream()
            .filter(known -> known instanceof PrimaryKey || known instanceof Unique)
            .toList();
    List<String> targetColumns = pick(keys).columns();
    List<String> columns = new ArrayList<>();
    for (String targetColumn : targetColumns) {
      DataType type = target.column(targetColumn).type();
      columns.add(
          pick(
              table.columns().stream()
                  .filter(column -> column.type().equals(type))
                  .map(Column::name)
                  .toList()));
    }
    return ForeignKey.of(columns)
        .references(target.name().toString(), targetColumns.toArray(String[]::new))
        .onDelete(pick(List.of(ReferentialAction.NO_ACTION, ReferentialAction.CASCADE)))
        .onUpdate(pick(List.of(ReferentialAction.NO_ACTION, ReferentialAction.RESTRICT)));
  }

  private Operation renameConstraint(Schema before) {
    Table table = known(before);
    String constraint = pick(table.constraints()).requiredName();
    return new RenameConstraint(table.name(), constraint, "rule_" + random.nextInt(1000));
  }

  private Operation dropConstraint(Schema before) {
    Table table = known(before);
    return new DropConstraint(table.name(), pick(table.constraints()).requiredName());
  }

  private Index index(Table table) {
    List<IndexKey> keys = new ArrayList<>();
    for (String column : someColumns(table)) {
      keys.add(oneIn(3) ? IndexKey.column(column).descending() : IndexKey.column(column));
    }
    Index index = Index.of(keys);
    return oneIn(4) ? index.unique() : index;
  }

  private Operation createIndex(Schema before) {
    Table table = known(before);
    return new CreateIndex(table.name(), index(table));
  }

  private Operation renameIndex(Schema before) {
    Table table = known(before);
    String index = pick(table.indexes()).requiredName();
    return new RenameIndex(table.name(), index, "Index " + random.nextInt(1000));
  }

  private Operation dropIndex(Schema before) {
    Table table = known(before);
    return new DropIndex(table.name(), pick(table.indexes()).requiredName());
  }

  private Sequence sequence(Schema before) {
    long increment = pick(List.of(1L, 1L, 10L, -1L));
    return new Sequence(name(before, "_seq"), 1 + random.nextInt(100), increment);
  }

  private Operation createView(Schema before) {
    QualifiedName name = name(before, "_view");
    DataReference reads = new DataReference(known(before).name(), List.of());
    return new CreateView(
        new View(name, Optional.of(Expression.of("SELECT 1 AS one")), List.of(reads)));
  }

  private Operation addEnumValue(Schema before) {
    EnumType type = pick(before.enumTypes());
    Optional<String> successor = oneIn(2) ? Optional.empty() : Optional.of(pick(type.labels()));
    return new AddEnumValue(type.name(), "label " + random.nextInt(1000), successor);
  }

  private Operation renameEnumValue(Schema before) {
    EnumType type = pick(before.enumTypes());
    return new RenameEnumValue(type.name(), pick(type.labels()), "Label " + random.nextInt(1000));
  }
}
