package dev.migrate.testkit.dialect.sample;

import dev.migrate.schema.ArrayType;
import dev.migrate.schema.BinaryType;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Comment;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.CurrentDate;
import dev.migrate.schema.CurrentTimestamp;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.Literal;
import dev.migrate.schema.NextValue;
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
import dev.migrate.schema.Unique;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Makes up what operations are made of: names, types, values, columns, tables. Not thread-safe. */
final class RandomParts {

  static final List<String> TABLES =
      List.of("account", "post", "tag", "user", "Order", "team", "we\"ird.name", "ACCOUNT_LOG");

  static final List<String> COLUMNS =
      List.of("id", "name", "a", "b", "c", "value", "Mixed", "with space", "UPPER", "größe");

  /** The names among them that an expression can mention without quotes. */
  private static final Set<String> PLAIN = Set.of("id", "name", "a", "b", "c");

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

  RandomParts(Random random) {
    this.random = random;
  }

  /** There is nothing to pick from. */
  static final class NothingThere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingThere() {
      super(null, null, false, false);
    }
  }

  <T> T pick(List<T> values) {
    if (values.isEmpty()) {
      throw new NothingThere();
    }
    return values.get(random.nextInt(values.size()));
  }

  boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  Table known(Schema before) {
    return pick(before.tables());
  }

  QualifiedName name(Schema before, String suffix) {
    String name = pick(TABLES) + suffix;
    return before.namespaces().isEmpty() || !oneIn(3)
        ? QualifiedName.exactly(name)
        : QualifiedName.in(pick(before.namespaces()), name);
  }

  Comment comment() {
    return new Comment(
        oneIn(3) ? Optional.empty() : Optional.of("it's \\ \"so\" " + random.nextInt(9)));
  }

  Table table(Schema before) {
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
      elements.add(PrimaryKey.of(List.of("id")));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      elements.add(oneIn(2) ? index(bare) : constraint(before, bare));
    }
    if (oneIn(4)) {
      elements.add(new Comment(Optional.of("a table")));
    }
    return Table.of(bare.name(), elements);
  }

  Column column(Schema before) {
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

  DataType type(Schema before) {
    return oneIn(6) && !before.enumTypes().isEmpty()
        ? new EnumReference(pick(before.enumTypes()).name())
        : pick(TYPES);
  }

  DefaultValue value(Schema before, DataType type) {
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

  List<String> labels() {
    List<String> labels = new ArrayList<>(List.of("new", "Open", "it's", "a,b", "done"));
    Collections.shuffle(labels, random);
    return labels.subList(0, 1 + random.nextInt(labels.size()));
  }

  List<String> someColumns(Table table) {
    List<String> columns = new ArrayList<>(table.columns().stream().map(Column::name).toList());
    Collections.shuffle(columns, random);
    return columns.subList(0, 1 + random.nextInt(Math.min(2, columns.size())));
  }

  Constraint constraint(Schema before, Table table) {
    return switch (random.nextInt(5)) {
      case 0 -> PrimaryKey.of(someColumns(table));
      case 1 -> Unique.of(someColumns(table));
      case 2 -> check(table).withNotValid(oneIn(4));
      default -> foreignKey(before, table).withNotValid(oneIn(4));
    };
  }

  private Constraint check(Table table) {
    String column =
        pick(table.columns().stream().map(Column::name).filter(PLAIN::contains).toList());
    String other =
        pick(table.columns().stream().map(Column::name).filter(PLAIN::contains).toList());
    return Check.of(
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

  Index index(Table table) {
    List<IndexKey> keys = new ArrayList<>();
    for (String column : someColumns(table)) {
      keys.add(oneIn(3) ? IndexKey.column(column).descending() : IndexKey.column(column));
    }
    Index index = Index.of(keys);
    return oneIn(4) ? index.unique() : index;
  }

  Sequence sequence(Schema before) {
    long increment = pick(List.of(1L, 1L, 10L, -1L));
    return Sequence.of(name(before, "_seq"))
        .startingAt(1 + random.nextInt(100))
        .incrementedBy(increment);
  }
}
