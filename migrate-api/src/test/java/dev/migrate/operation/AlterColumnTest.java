package dev.migrate.operation;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.MigrateException;
import dev.migrate.error.SchemaException;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnChange;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlterColumnTest {

  private static final QualifiedName T = QualifiedName.of("t");

  private static final List<Column> COLUMNS =
      List.of(
          column("c", integer()),
          column("c", integer()).notNull(),
          column("c", integer()).defaultTo(1),
          column("c", integer()).notNull().defaultTo(1).comment("one"),
          column("c", bigint()).identity(),
          column("c", smallint()).identityAlways(),
          column("c", text()).collate("C").defaultTo("x"),
          column("c", varchar(9)).notNull(),
          column("c", integer()).storedAs("x + 1"));

  private static final List<List<ColumnChange>> CHANGES =
      List.of(
          List.of(type(bigint()), type(text()), type(varchar(20))),
          List.of(notNull(), nullable()),
          List.of(defaultTo(2), defaultTo("y"), noDefault()),
          List.of(identity(), identityAlways(), noIdentity()),
          List.of(collation("D"), noCollation()),
          List.of(comment("two"), noComment()));

  @Test
  void theInverseRestoresEveryAttributeInEveryCombination() {
    int possible = 0;
    for (Column column : COLUMNS) {
      Schema before = Schema.empty().with(Table.of(T, List.of(column, column("x", integer()))));
      for (List<ColumnChange> changes : combinations()) {
        AlterColumn alter = new AlterColumn(T, "c", changes);
        Schema after;
        try {
          after = alter.applyTo(before);
        } catch (MigrateException refused) {
          continue;
        }
        possible++;
        Inverse inverse = alter.inverse(before);
        assertThat(inverse.obstacle()).isEmpty();
        assertThat(OperationSamples.after(after, inverse.operations()))
            .as("%s, then %s", column, alter)
            .isEqualTo(before);
      }
    }
    assertThat(possible).isGreaterThan(1_500);
  }

  @Test
  void theOrderInWhichAttributesAreNamedDoesNotCount() {
    Random random = new Random(3);
    for (Column column : COLUMNS) {
      Schema before = Schema.empty().with(Table.of(T, List.of(column, column("x", integer()))));
      for (List<ColumnChange> changes : combinations()) {
        List<ColumnChange> shuffled = new ArrayList<>(changes);
        Collections.shuffle(shuffled, random);
        assertThat(result(new AlterColumn(T, "c", shuffled), before))
            .isEqualTo(result(new AlterColumn(T, "c", changes), before));
      }
    }
  }

  private static Object result(AlterColumn alter, Schema before) {
    try {
      return alter.applyTo(before);
    } catch (MigrateException refused) {
      return refused.getClass();
    }
  }

  private static List<List<ColumnChange>> combinations() {
    List<List<ColumnChange>> all = new ArrayList<>();
    all.add(List.of());
    for (List<ColumnChange> kind : CHANGES) {
      for (List<ColumnChange> shorter : List.copyOf(all)) {
        for (ColumnChange change : kind) {
          List<ColumnChange> longer = new ArrayList<>(shorter);
          longer.add(change);
          all.add(longer);
        }
      }
    }
    return all.subList(1, all.size());
  }

  @Test
  void whatFillsTheColumnCanChangeTogetherWithItsType() {
    Schema before = Schema.empty().with(Table.of(T, List.of(column("c", integer()).defaultTo(1))));
    Operation alter =
        OperationSamples.operation(
            op -> op.alterColumn("t", "c", type(text()), defaultTo("one"), notNull()));
    assertThat(alter.applyTo(before).table(T).column("c"))
        .isEqualTo(column("c", text()).notNull().defaultTo("one"));
    assertThat(alter.inverse(before).operations())
        .isEqualTo(
            OperationSamples.operations(
                op -> op.alterColumn("t", "c", defaultTo(1), type(integer()), nullable())));
  }

  @Test
  void anIdentityTakesNoNull() {
    Schema before = Schema.empty().with(Table.of(T, List.of(column("c", bigint()).identity())));
    assertThatThrownBy(
            () ->
                OperationSamples.operation(op -> op.alterColumn("t", "c", nullable()))
                    .applyTo(before))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("because    it is an identity")
        .hasMessageContaining("drop the identity first");
    assertThat(
            OperationSamples.operation(op -> op.alterColumn("t", "c", nullable(), noIdentity()))
                .applyTo(before)
                .table(T)
                .column("c"))
        .isEqualTo(column("c", bigint()));
  }
}
