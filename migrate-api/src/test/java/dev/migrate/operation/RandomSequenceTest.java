package dev.migrate.operation;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.migrate.Operations;
import dev.migrate.error.MigrateException;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnChange;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DataType;
import dev.migrate.schema.Index;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Random operations on random schemas: the laws hold for all of them. */
class RandomSequenceTest {

  private static final int SCHEMAS = Integer.getInteger("random.schemas", 60);
  private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

  @Test
  void theInverseOfWhateverFitsRestoresTheSchema() {
    int tried = 0;
    for (int seed = 0; seed < SCHEMAS; seed++) {
      Random random = new Random(seed);
      Schema schema = Schema.empty();
      for (int i = 0; i < 60; i++) {
        Operation operation = random(random, schema);
        Optional<Schema> after = apply(operation, schema);
        if (after.isPresent()) {
          Inverse inverse = operation.inverse(schema);
          operation.footprint(schema);
          if (inverse.obstacle().isEmpty()) {
            tried++;
            assertThat(OperationSamples.after(after.get(), inverse.operations()))
                .as("seed %s: %s undone by %s", seed, operation, inverse.operations())
                .isEqualTo(schema);
          }
          schema = after.get();
        }
      }
    }
    assertThat(tried).isGreaterThan(SCHEMAS * 12);
  }

  @Test
  void whatDoesNotClashEndsTheSameInEveryOrderAndCanBeUndoneAlone() {
    int independent = 0;
    int conflicts = 0;
    for (int seed = 0; seed < SCHEMAS; seed++) {
      Random random = new Random(seed);
      Schema schema = grown(random, 30);
      for (int i = 0; i < 60; i++) {
        List<Operation> one = branch(random, schema);
        List<Operation> other = branch(random, schema);
        Footprint footprint = Footprint.ofAll(one, schema);
        if (!footprint.clashesWith(Footprint.ofAll(other, schema)).isEmpty()) {
          conflicts++;
          continue;
        }
        independent++;
        try {
          Diamond.check(schema, one, other);
        } catch (MigrateException | AssertionError failure) {
          fail(
              "seed %s: %s || %s on\n%s".formatted(seed, one, other, schema) + "\n" + failure,
              failure);
        }
      }
    }
    assertThat(independent).isGreaterThan(SCHEMAS * 12);
    assertThat(conflicts).isGreaterThan(SCHEMAS * 6);
  }

  private static Schema grown(Random random, int operations) {
    Schema schema = Schema.empty();
    for (int i = 0; i < operations; i++) {
      schema = apply(random(random, schema), schema).orElse(schema);
    }
    return schema;
  }

  private static List<Operation> branch(Random random, Schema schema) {
    List<Operation> branch = new ArrayList<>();
    Schema current = schema;
    for (int i = 0; i < 5 && branch.size() < 2; i++) {
      Operation operation = random(random, current);
      Optional<Schema> after = apply(operation, current);
      if (after.isPresent()) {
        branch.add(operation);
        current = after.get();
      }
    }
    return branch;
  }

  private static Optional<Schema> apply(Operation operation, Schema schema) {
    try {
      return Optional.of(operation.applyTo(schema));
    } catch (MigrateException refused) {
      return Optional.empty();
    }
  }

  private static Operation random(Random random, Schema schema) {
    List<Table> tables = schema.tables();
    if (tables.size() < 2 || random.nextInt(12) == 0) {
      return OperationSamples.operation(create(random));
    }
    Table table = pick(random, tables);
    String name = table.name().toString();
    String column = pick(random, table.columns()).name();
    String other = pick(random, table.columns()).name();
    String free = pick(random, NAMES);
    String target = pick(random, tables).name().toString();
    String constraint =
        table.constraints().isEmpty()
            ? free
            : pick(random, table.constraints().stream().map(Constraint::requiredName).toList());
    String index =
        table.indexes().isEmpty()
            ? free
            : pick(random, table.indexes().stream().map(Index::requiredName).toList());
    List<Consumer<Operations>> all =
        List.of(
            op -> op.dropTable(name),
            op -> op.renameTable(name, free),
            op -> op.commentOnTable(name, random.nextBoolean() ? noComment() : comment(free)),
            op -> op.setTableOption(name, tableOption(SQLITE, "STRICT")),
            op -> op.setTableOption(name, tableOption(MYSQL, "ENGINE=" + free)),
            op -> op.clearTableOption(name, SQLITE),
            op -> op.addColumn(name, randomColumn(random, free)),
            op -> op.addColumn(name, randomColumn(random, free)),
            op -> op.addColumn(name, column(free, text()).virtualAs("lower(" + column + ")")),
            op -> op.alterColumn(name, column, change(random)),
            op -> op.alterColumn(name, column, change(random)),
            op -> op.renameColumn(name, column, free),
            op -> op.dropColumn(name, column),
            op -> op.addPrimaryKey(name, primaryKey(column)),
            op -> op.addUnique(name, unique(column)),
            op -> op.addForeignKey(name, foreignKey(column).references(target)),
            op -> op.addForeignKey(name, foreignKey(column).references(target, "id")),
            op -> op.addCheck(name, check(column + " <> " + other)),
            op -> op.renameConstraint(name, constraint, free),
            op -> op.dropConstraint(name, constraint),
            op -> op.createIndex(name, index(column)),
            op -> op.createIndex(name, index(column).unique().named(free)),
            op -> op.createIndex(name, index("id").where(column + " IS NULL").named(free)),
            op -> op.renameIndex(name, index, free),
            op -> op.dropIndex(name, index),
            op -> op.createView(free, view("SELECT * FROM " + name).reads(name)),
            op -> op.createView(free, view("SELECT 1").reads(name, column)),
            op ->
                op.dropView(pickName(random, schema.views().stream().map(v -> v.name()).toList())),
            op ->
                op.renameView(
                    pickName(random, schema.views().stream().map(v -> v.name()).toList()), free),
            op -> op.createSequence(free),
            op -> op.alterSequence(free, incrementedBy(1 + random.nextInt(3))),
            op -> op.dropSequence(free),
            op -> op.renameSequence(free, pick(random, NAMES)),
            op -> op.createEnumType(free, "x", "y"),
            op -> op.addEnumValue(free, "z"),
            op -> op.renameEnumValue(free, "x", "w"),
            op -> op.renameEnumType(free, pick(random, NAMES)),
            op -> op.dropEnumType(free),
            op -> op.createSchema(free),
            op -> op.renameSchema(free, pick(random, NAMES)),
            op -> op.dropSchema(free));
    return OperationSamples.operation(pick(random, all));
  }

  private static Consumer<Operations> create(Random random) {
    String name = pick(random, NAMES);
    String schema = random.nextInt(3) == 0 ? pick(random, NAMES) + "." : "";
    return op ->
        op.createTable(
            schema + name,
            column("id", bigint()),
            randomColumn(random, "x"),
            randomColumn(random, "y"),
            primaryKey("id"));
  }

  private static Column randomColumn(Random random, String name) {
    Column column = column(name, randomType(random));
    return switch (random.nextInt(6)) {
      case 0 -> column.notNull();
      case 1 -> column(name, bigint()).identity();
      case 2 -> column(name, bigint()).defaultTo(nextValue(pick(random, NAMES)));
      case 3 -> column(name, enumType(pick(random, NAMES))).defaultTo("x");
      case 4 -> column(name, bigint()).notNull().defaultTo(1);
      default -> column;
    };
  }

  private static DataType randomType(Random random) {
    return pick(
        random, List.of(bigint(), integer(), text(), varchar(9), enumType(pick(random, NAMES))));
  }

  private static ColumnChange change(Random random) {
    return pick(
        random,
        List.of(
            type(randomType(random)),
            notNull(),
            nullable(),
            defaultTo(2),
            defaultTo("x"),
            defaultTo(nextValue(pick(random, NAMES))),
            noDefault(),
            identity(),
            noIdentity(),
            comment("c")));
  }

  private static <T> T pick(Random random, List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  private static String pickName(Random random, List<QualifiedName> names) {
    return names.isEmpty() ? "none" : pick(random, names).toString();
  }
}
