package dev.migrate.dialect.ansi;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.error.MigrateException;
import dev.migrate.operation.AlterColumn;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnChange;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every change of every kind of column, alone and with every other, in every order. */
class ColumnStepsTest {

  private static final QualifiedName TABLE = QualifiedName.of("t");

  private static final List<Column> COLUMNS =
      List.of(
          column("c", integer()),
          column("c", integer()).notNull(),
          column("c", integer()).defaultTo(1),
          column("c", integer()).identity(),
          column("c", integer()).identityAlways().comment("x"),
          column("c", varchar(9)).defaultTo("x").collate("de"),
          column("c", varchar(9)).storedAs("'x'"));

  private static final List<ColumnChange> CHANGES =
      List.of(
          type(bigint()),
          type(varchar(5)),
          notNull(),
          nullable(),
          defaultTo(2),
          defaultTo("y"),
          noDefault(),
          identity(),
          identityAlways(),
          noIdentity(),
          collation("fr"),
          noCollation(),
          comment("y"),
          noComment());

  @Test
  void leadToTheSameColumnOneChangeAtATime() {
    int possible = 0;
    for (Column column : COLUMNS) {
      Schema before = Schema.empty().with(Table.of(TABLE, List.of(column)));
      for (List<ColumnChange> changes : choices(3)) {
        AlterColumn operation;
        Schema after;
        try {
          operation = new AlterColumn(TABLE, "c", changes);
          after = operation.applyTo(before);
        } catch (MigrateException impossible) {
          continue;
        }
        possible++;
        Schema folded = before;
        for (AlterColumn step : ColumnSteps.of(operation, before)) {
          assertThat(step.changes()).hasSize(1);
          folded = step.applyTo(folded);
        }
        assertThat(folded).as("%s on %s", operation, column).isEqualTo(after);
      }
    }
    assertThat(possible).isGreaterThan(1_000);
  }

  /** All lists of up to so many changes. */
  private static List<List<ColumnChange>> choices(int most) {
    List<List<ColumnChange>> all = new ArrayList<>();
    if (most > 0) {
      for (List<ColumnChange> fewer : choices(most - 1)) {
        all.add(fewer);
        for (ColumnChange change : CHANGES) {
          List<ColumnChange> more = new ArrayList<>(fewer);
          more.add(change);
          all.add(more);
        }
      }
    } else {
      all.add(List.of());
    }
    return all.stream().distinct().toList();
  }
}
