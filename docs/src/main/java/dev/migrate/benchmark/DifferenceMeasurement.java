package dev.migrate.benchmark;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.check;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.decimal;
import static dev.migrate.Ddl.foreignKey;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.varchar;

import dev.migrate.generate.SchemaOperations;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableElement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * How long it takes to find the operations between two schemas, in milliseconds, warm, without a
 * database.
 *
 * @param few where one table in a thousand has another column
 * @param many where every second one has
 * @param moved where half of the tables go and as many come
 */
record DifferenceMeasurement(double few, double many, double moved) {

  private static final int ROUNDS = 5;

  static DifferenceMeasurement of(int tables) {
    Schema before = schema(0, tables, table -> false);
    return new DifferenceMeasurement(
        best(before, schema(0, tables, table -> table % 1_000 == 7)),
        best(before, schema(0, tables, table -> table % 2 == 1)),
        best(before, schema(tables / 2, tables, table -> false)));
  }

  private static double best(Schema before, Schema after) {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long begin = System.nanoTime();
      int operations = SchemaOperations.between(before, after).size();
      best = Math.min(best, (System.nanoTime() - begin) / 1e6);
      if (operations == 0) {
        throw new IllegalStateException("no operations");
      }
    }
    return best;
  }

  private static Schema schema(int first, int count, IntPredicate isWide) {
    Schema schema = Schema.empty();
    for (int number = first; number < first + count; number++) {
      schema = schema.with(table(number, isWide.test(number)));
    }
    return schema;
  }

  private static Table table(int number, boolean isWide) {
    List<TableElement> elements =
        new ArrayList<>(
            List.of(
                column("id", bigint()),
                column("name", varchar(40)).notNull(),
                column("price", decimal(10, 2)),
                column("parent", bigint()),
                primaryKey("id"),
                index("name"),
                check("price > 0")));
    if (isWide) {
      elements.add(column("extra", integer()));
    }
    if (number % 10 != 0) {
      elements.add(foreignKey("parent").references("t" + (number - 1), "id"));
    }
    return Table.of(QualifiedName.of("t" + number), elements);
  }
}
