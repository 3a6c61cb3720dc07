package dev.migrate.generate;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.RenderContext;
import dev.migrate.error.UnsupportedByDialectException;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.Operation;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataReference;
import dev.migrate.schema.DataType;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.EnumReference;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.NextValue;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.Unique;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * Small changes of a schema whose objects depend on each other: views, computed columns, checks and
 * indexes with texts, keys in a circle, names that move from one object to another, labels that go.
 * No operation makes most of them at once. Not thread-safe.
 */
final class SchemaMutations {

  private static final List<String> TABLES = List.of("item", "part", "stock", "crate");

  private static final List<String> LABELS = List.of("good", "bad", "it's", "a,b", "ok");

  private static final QualifiedName MOOD = QualifiedName.of("mood");

  private static final QualifiedName NUMBERS = QualifiedName.of("numbers");

  private final Random random;
  private final Dialect dialect;
  private final List<String> collations;
  private final List<UnaryOperator<Schema>> kinds =
      List.of(
          this::computation,
          this::computation,
          this::numberType,
          this::numberType,
          this::check,
          this::view,
          this::view,
          this::viewOfView,
          this::index,
          this::index,
          this::swappedNames,
          this::labels,
          this::reference,
          this::reference,
          this::keyType,
          this::key,
          this::identity,
          this::text,
          this::text,
          this::comment,
          this::otherKind,
          this::tableOrNone,
          this::sequence,
          this::unique);

  /**
   * Changes that lead to what a database can hold.
   *
   * @param collations what the database calls two of its collations
   */
  SchemaMutations(long seed, Dialect dialect, List<String> collations) {
    this.random = new Random(seed);
    this.dialect = dialect;
    this.collations = collations;
  }

  /** A schema with three tables and an enum type. */
  Schema first() {
    Schema schema = Schema.empty().with(new EnumType(MOOD, LABELS.subList(0, 3)));
    for (String table : TABLES.subList(0, 3)) {
      schema = schema.with(table(table));
    }
    return schema;
  }

  private static Table table(String name) {
    return Table.of(
        QualifiedName.of(name),
        List.of(
            Column.of("id", SimpleType.BIGINT).notNull(),
            Column.of("n", SimpleType.INTEGER),
            Column.of("s", new CharacterType(40, false)),
            Column.of("m", new EnumReference(MOOD)).defaultTo("good"),
            Column.of("ref", SimpleType.BIGINT),
            PrimaryKey.of(List.of("id"))));
  }

  /** The schema after some of the changes. */
  Schema after(Schema before, int changes) {
    Schema schema = before;
    for (int done = 0; done < changes; ) {
      Schema changed = pick(kinds).apply(schema);
      if (changed != schema && isPossible(changed, schema)) {
        schema = changed;
        done++;
      }
    }
    return schema;
  }

  /** Whether the dialect can make the schema; it can make one whose tables are mostly the same. */
  private boolean isPossible(Schema schema, Schema known) {
    Schema made = Schema.empty();
    try {
      for (Operation operation : SchemaOperations.between(made, schema)) {
        boolean isKnown =
            operation instanceof CreateTable create
                && create.table().foreignKeys().isEmpty()
                && schema.enumTypes().equals(known.enumTypes())
                && known.findTable(create.table().name()).equals(Optional.of(create.table()));
        if (!isKnown) {
          dialect.renderer().render(operation, new RenderContext(made));
        }
        made = operation.applyTo(made);
      }
      return true;
    } catch (UnsupportedByDialectException refused) {
      return false;
    }
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private Table known(Schema schema) {
    return pick(schema.tables());
  }

  private Schema computation(Schema schema) {
    Table table = known(schema);
    Column computed = Column.of("g", SimpleType.BIGINT);
    Column other =
        switch (random.nextInt(4)) {
          case 0 -> computed;
          case 1 -> computed.storedAs("n + 1");
          case 2 -> computed.virtualAs("n + 1");
          default -> computed.storedAs("n * 2");
        };
    if (table.findColumn("g").isEmpty()) {
      return schema.with(table.withColumns(all -> with(all, other)));
    }
    return schema.with(
        random.nextInt(3) == 0
            ? table.withColumns(
                all -> all.stream().filter(column -> !column.name().equals("g")).toList())
            : table.withColumn("g", other));
  }

  private static <T> List<T> with(List<T> list, T element) {
    List<T> all = new ArrayList<>(list);
    all.add(element);
    return all;
  }

  private Schema numberType(Schema schema) {
    Table table = known(schema);
    Column column = table.column("n");
    DataType type =
        column.defaultValue().isPresent()
            ? pick(List.of(SimpleType.INTEGER, SimpleType.BIGINT))
            : pick(List.of(SimpleType.INTEGER, SimpleType.BIGINT, new DecimalType(10, 2)));
    return schema.with(table.withColumn("n", column.withType(type)));
  }

  private Schema check(Schema schema) {
    Table table = known(schema);
    String name = table.name().name() + pick(List.of(" first\"", " second"));
    Check check = Check.of(Expression.of(pick(List.of("n > 0", "n >= 1", "s IS NOT NULL"))));
    return schema.with(toggled(table, check.named(name)));
  }

  /** Drops what has this name, or adds it. */
  private static Table toggled(Table table, Constraint constraint) {
    List<Constraint> others =
        table.constraints().stream()
            .filter(known -> !known.requiredName().equals(constraint.requiredName()))
            .toList();
    return others.size() < table.constraints().size()
        ? table.withConstraints(others)
        : table.withConstraints(with(others, constraint));
  }

  private Schema view(Schema schema) {
    QualifiedName table = known(schema).name();
    QualifiedName name = QualifiedName.of("v_" + table.name());
    if (schema.findView(name).isPresent() && random.nextInt(3) == 0) {
      return isRead(schema, name) ? schema : schema.without(name);
    }
    String where = pick(List.of("", " WHERE n > 0"));
    return schema.with(
        new View(
            name,
            Optional.of(Expression.of("SELECT id, n FROM " + table + where)),
            List.of(new DataReference(table, List.of("id", "n")))));
  }

  private static boolean isRead(Schema schema, QualifiedName name) {
    return schema.views().stream()
        .anyMatch(view -> view.reads().stream().anyMatch(data -> data.table().equals(name)));
  }

  private Schema viewOfView(Schema schema) {
    QualifiedName name = QualifiedName.of("a_view");
    if (schema.findView(name).isPresent()) {
      return schema.without(name);
    }
    List<View> views =
        schema.views().stream().filter(view -> view.name().name().startsWith("v_")).toList();
    if (views.isEmpty()) {
      return schema;
    }
    QualifiedName read = pick(views).name();
    return schema.with(
        new View(
            name,
            Optional.of(Expression.of("SELECT n FROM " + read)),
            List.of(new DataReference(read, List.of()))));
  }

  private Schema index(Schema schema) {
    Table table = known(schema);
    Index index =
        switch (random.nextInt(5)) {
          case 0 -> Index.of(List.of(IndexKey.column("n"), IndexKey.column("id")));
          case 1 -> Index.of(List.of(IndexKey.column("id"))).unique();
          case 2 -> Index.of(List.of(IndexKey.expression(Expression.of("n + 1"))));
          case 3 -> Index.of(List.of(IndexKey.column("n"))).where("n > 0");
          default -> Index.of(List.of(IndexKey.column("n").descending()));
        };
    String name = table.name().name() + pick(List.of("_x", " \"y", "_z"));
    return schema.with(toggled(table, index.named(name)));
  }

  private static Table toggled(Table table, Index index) {
    List<Index> others =
        table.indexes().stream()
            .filter(known -> !known.requiredName().equals(index.requiredName()))
            .toList();
    return others.size() < table.indexes().size()
        ? table.withIndexes(others)
        : table.withIndexes(with(others, index));
  }

  /** Two indexes of a table, or two checks, get each other's name. */
  private Schema swappedNames(Schema schema) {
    Table table = known(schema);
    List<Constraint> checks = table.constraints().stream().filter(Check.class::isInstance).toList();
    if (table.indexes().size() > 1) {
      Index one = table.indexes().get(0);
      Index other = table.indexes().get(1);
      List<Index> rest = table.indexes().subList(2, table.indexes().size());
      List<Index> all = with(rest, one.named(other.requiredName()));
      return schema.with(table.withIndexes(with(all, other.named(one.requiredName()))));
    } else if (checks.size() > 1) {
      Constraint one = checks.get(0);
      Constraint other = checks.get(1);
      List<Constraint> all = new ArrayList<>(table.constraints());
      all.removeAll(checks);
      all.add(one.named(other.requiredName()));
      all.add(other.named(one.requiredName()));
      return schema.with(table.withConstraints(all));
    }
    return schema;
  }

  private Schema labels(Schema schema) {
    List<String> labels = new ArrayList<>(LABELS);
    if (random.nextBoolean()) {
      Collections.shuffle(labels, random);
    }
    labels.subList(1 + random.nextInt(4), 5).clear();
    if (!labels.contains("good")) {
      labels.add("good");
    }
    return schema.with(new EnumType(MOOD, labels));
  }

  private Schema reference(Schema schema) {
    Table table = known(schema);
    Table target = known(schema);
    ForeignKey key =
        ForeignKey.of(List.of("ref"))
            .references(target.name().toString(), "id")
            .onDelete(pick(List.of(ReferentialAction.NO_ACTION, ReferentialAction.CASCADE)))
            .named("fk_" + table.name().name());
    return target.primaryKey().isPresent() ? schema.with(toggled(table, key)) : schema;
  }

  /** The keys of all tables and what refers to them. */
  private Schema keyType(Schema schema) {
    DataType type = pick(List.of(SimpleType.INTEGER, SimpleType.BIGINT));
    Schema changed = schema;
    for (Table table : schema.tables()) {
      Table other = table.withColumn("id", table.column("id").withType(type));
      changed = changed.with(other.withColumn("ref", other.column("ref").withType(type)));
    }
    return changed;
  }

  private Schema key(Schema schema) {
    Table table = known(schema);
    if (table.primaryKey().isEmpty()) {
      return schema.with(toggled(table, PrimaryKey.of(List.of("id")).namedIn(table.name())));
    }
    return isReferredTo(schema, table) || table.column("id").identityMode().isPresent()
        ? schema
        : schema.with(toggled(table, table.primaryKey().get()));
  }

  private static boolean isReferredTo(Schema schema, Table table) {
    return schema.tables().stream()
        .flatMap(other -> other.foreignKeys().stream())
        .anyMatch(key -> key.target().equals(table.name()));
  }

  private Schema identity(Schema schema) {
    Table table = known(schema);
    Column id = table.column("id");
    if (id.identityMode().isPresent()) {
      return schema.with(table.withColumn("id", id.withIdentity(Optional.empty()).notNull()));
    }
    return table.primaryKey().isEmpty()
        ? schema
        : schema.with(table.withColumn("id", id.identity()));
  }

  private Schema text(Schema schema) {
    Table table = known(schema);
    Column column = table.column("s");
    Column other =
        switch (random.nextInt(5)) {
          case 0 -> column.withType(new CharacterType(60, false));
          case 1 -> column.withType(new CharacterType(20, false));
          case 2 -> column.withNullable(!column.nullable());
          case 3 ->
              column.withDefault(
                  column.defaultValue().isPresent()
                      ? Optional.empty()
                      : Optional.of(dev.migrate.schema.Literal.of("it's \\")));
          default ->
              collations.isEmpty()
                  ? column
                  : column.withCollation(
                      column.collation().isPresent() && random.nextBoolean()
                          ? Optional.empty()
                          : Optional.of(pick(collations)));
        };
    return schema.with(table.withColumn("s", other));
  }

  private Schema comment(Schema schema) {
    Table table = known(schema);
    Optional<String> text = Optional.of("it's \\ \"" + random.nextInt(9));
    return random.nextBoolean()
        ? schema.with(table.withComment(random.nextBoolean() ? text : Optional.empty()))
        : schema.with(table.withColumn("n", table.column("n").withComment(text)));
  }

  /** A table makes room for a view of its name, or the other way round. */
  private Schema otherKind(Schema schema) {
    QualifiedName crate = QualifiedName.of("crate");
    if (schema.findView(crate).isPresent()) {
      return isRead(schema, crate) ? schema : tableOrNone(schema.without(crate));
    }
    if (schema.findTable(crate).isPresent()) {
      if (isRead(schema, crate) || isReferredTo(schema, schema.table(crate))) {
        return schema;
      }
    }
    QualifiedName item = QualifiedName.of("item");
    return schema
        .without(crate)
        .with(
            new View(
                crate,
                Optional.of(Expression.of("SELECT id FROM item")),
                List.of(new DataReference(item, List.of("id")))));
  }

  private Schema tableOrNone(Schema schema) {
    QualifiedName crate = QualifiedName.of("crate");
    if (schema.findView(crate).isPresent()) {
      return schema;
    } else if (schema.findTable(crate).isEmpty()) {
      DataType key = schema.tables().get(0).column("id").type();
      Table table = table("crate");
      Table typed = table.withColumn("id", table.column("id").withType(key));
      return schema.with(typed.withColumn("ref", typed.column("ref").withType(key)));
    }
    return isRead(schema, crate) || isReferredTo(schema, schema.table(crate))
        ? schema
        : schema.without(crate);
  }

  private Schema sequence(Schema schema) {
    QualifiedName item = QualifiedName.of("item");
    Table table = schema.table(item);
    Column n = table.column("n");
    if (schema.findSequence(NUMBERS).isPresent()) {
      return schema.without(NUMBERS).with(table.withColumn("n", n.withDefault(Optional.empty())));
    }
    boolean isNumber = n.type() == SimpleType.INTEGER || n.type() == SimpleType.BIGINT;
    return isNumber
        ? schema
            .with(Sequence.of(NUMBERS).startingAt(100))
            .with(table.withColumn("n", n.defaultTo(new NextValue(NUMBERS))))
        : schema;
  }

  /** The same rule as a constraint or as an index, under one name. */
  private Schema unique(Schema schema) {
    Table table = known(schema);
    String name = table.name().name() + "_u";
    Table without =
        table
            .withConstraints(
                table.constraints().stream().filter(c -> !c.requiredName().equals(name)).toList())
            .withIndexes(
                table.indexes().stream().filter(i -> !i.requiredName().equals(name)).toList());
    return schema.with(
        random.nextBoolean()
            ? without.withConstraints(
                with(without.constraints(), Unique.of(List.of("id", "n")).named(name)))
            : without.withIndexes(
                with(
                    without.indexes(),
                    Index.of(List.of(IndexKey.column("id"), IndexKey.column("n")))
                        .unique()
                        .named(name))));
  }
}
