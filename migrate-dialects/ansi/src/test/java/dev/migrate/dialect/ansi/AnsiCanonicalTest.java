package dev.migrate.dialect.ansi;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.check;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.comment;
import static dev.migrate.Ddl.enumType;
import static dev.migrate.Ddl.foreignKey;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.unique;
import static dev.migrate.Ddl.varchar;
import static dev.migrate.dialect.ansi.AnsiCanonical.REWRITTEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnName;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Expression;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Index;
import dev.migrate.schema.IndexKey;
import dev.migrate.schema.MatchType;
import dev.migrate.schema.NullsOrder;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableElement;
import dev.migrate.schema.TableOption;
import dev.migrate.schema.Unique;
import dev.migrate.schema.UnmodelledElement;
import dev.migrate.schema.View;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The canonical form keeps every attribute that no dialect changes on purpose. */
class AnsiCanonicalTest {

  private static final DialectName ANSI = new DialectName("ansi");

  /** The records of which every component has a sample below. */
  private static final List<Class<? extends Record>> RECORDS =
      List.of(
          Table.class,
          Column.class,
          Generated.class,
          TableOption.class,
          PrimaryKey.class,
          Unique.class,
          Check.class,
          ForeignKey.class,
          Index.class,
          IndexKey.class,
          Sequence.class,
          EnumType.class);

  /** The database of these tests has enum types; queries are never compared. */
  private static final AnsiCanonical CANONICAL =
      new AnsiCanonical(List.of(ANSI)) {
        @Override
        protected boolean hasEnumTypes() {
          return true;
        }
      };

  private static Schema sample() {
    List<TableElement> other =
        List.of(column("id", bigint()).notNull(), primaryKey("id").named("other_key"));
    List<TableElement> elements = new ArrayList<>();
    elements.add(column("id", integer()).identityAlways().comment("the number"));
    elements.add(column("name", varchar(9)).notNull().collate("de").defaultTo("nobody"));
    elements.add(column("mood", enumType("mood")));
    elements.add(column("twice", bigint()).storedAs(REWRITTEN));
    elements.add(column("other", bigint()));
    elements.add(comment("a table"));
    elements.add(new TableOption(ANSI, "WITH AGE"));
    elements.add(primaryKey("id").including("name").deferrable().named("the_key"));
    elements.add(
        unique("name").including("other").nullsNotDistinct().deferrable().named("the_unique"));
    elements.add(
        check(REWRITTEN)
            .withNotValid(true)
            .withNotEnforced(true)
            .withAtColumn(Optional.of("name"))
            .named("the_check"));
    elements.add(
        foreignKey("other")
            .references("other", "id")
            .onDelete(ReferentialAction.SET_NULL, "other")
            .onUpdate(ReferentialAction.CASCADE)
            .deferrable()
            .withNotValid(true)
            .withNotEnforced(true)
            .withMatch(MatchType.FULL)
            .named("the_foreign_key"));
    elements.add(
        index(
                IndexKey.column("name")
                    .descending()
                    .withNulls(Optional.of(NullsOrder.LAST))
                    .withOperatorClass(Optional.of("text_ops"))
                    .withPrefix(3)
                    .withCollation(Optional.of("fr")),
                IndexKey.expression(REWRITTEN))
            .unique()
            .where(REWRITTEN)
            .using("tree")
            .including("other")
            .nullsNotDistinct()
            .invisible()
            .named("the_index"));
    return Schema.empty()
        .withNamespace("space")
        .with(new EnumType(QualifiedName.of("mood"), List.of("sad", "glad")))
        .with(Table.of(QualifiedName.of("other"), other))
        .with(Table.of(QualifiedName.of("t"), elements))
        .with(
            Sequence.of(QualifiedName.of("s"))
                .startingAt(7)
                .incrementedBy(2)
                .withLimits(Optional.of(1L), Optional.of(99L))
                .withCycles(true)
                .withCache(Optional.of(5L))
                .withType(Optional.of(integer()))
                .withOwner(Optional.of(new ColumnName(QualifiedName.of("t"), "other"))));
  }

  @Test
  void everyComponentOfEveryRecordSurvives() {
    Map<String, List<String>> before = components(sample());
    Map<String, List<String>> after = components(CANONICAL.of(sample()));
    assertThat(after).isEqualTo(before);
  }

  /** A new component of a record needs a sample that differs from what a record has without it. */
  @Test
  void everyComponentHasASample() {
    Map<String, List<String>> sampled = components(sample());
    TreeSet<String> missing = new TreeSet<>();
    for (Class<? extends Record> type : RECORDS) {
      for (RecordComponent component : type.getRecordComponents()) {
        String key = type.getSimpleName() + "." + component.getName();
        boolean isUsual =
            sampled.getOrDefault(key, List.of()).stream()
                .allMatch(
                    value ->
                        List.of(
                                "Optional.empty",
                                "[]",
                                "false",
                                "0",
                                "NO_ACTION",
                                "NOT_DEFERRABLE",
                                "SIMPLE")
                            .contains(value));
        if (isUsual) {
          missing.add(key);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void queriesOfViewsAreNotCompared() {
    View view = new View(QualifiedName.of("v"), Optional.of(Expression.of("SELECT 1")), List.of());
    assertThat(CANONICAL.of(Schema.empty().with(view)).view(view.name()))
        .isEqualTo(view.withQuery(Optional.empty()));
  }

  @Test
  void elementsOutsideTheModelSurvive() {
    UnmodelledElement trigger = UnmodelledElement.object("trigger", "audit", "");
    Schema schema = Schema.empty().withUnmodelled(List.of(trigger));
    assertThat(CANONICAL.of(schema).unmodelled()).containsExactly(trigger);
  }

  @Test
  void enumTypesBecomeLabelsWhereTheDatabaseHasNone() {
    Schema canonical = new AnsiCanonical(List.of(ANSI)).of(sample());
    assertThat(canonical.enumTypes()).isEmpty();
    assertThat(canonical.table(QualifiedName.of("t")).column("mood").type())
        .hasToString("enum['sad', 'glad']");
  }

  @Test
  void aForeignKeyWithoutColumnsRefersToThePrimaryKey() {
    ForeignKey key = foreignKey("other").references("other").named("fk");
    Table table = sample().table(QualifiedName.of("t")).withConstraints(List.of(key));
    Schema canonical = CANONICAL.of(sample().with(table));
    assertThat(canonical.table(table.name()).constraint("fk"))
        .isEqualTo(key.withTarget(key.target(), List.of("id")));
  }

  /** The values of each component of the records, in the order in which they occur. */
  private static Map<String, List<String>> components(Schema schema) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    collect(schema.namespaces(), values);
    collect(schema.tables(), values);
    collect(schema.sequences(), values);
    collect(schema.enumTypes(), values);
    return values;
  }

  private static void collect(Object value, Map<String, List<String>> values) {
    if (value instanceof Collection<?> several) {
      several.forEach(one -> collect(one, values));
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(one -> collect(one, values));
    } else if (value instanceof Record known) {
      for (RecordComponent component : known.getClass().getRecordComponents()) {
        Object part = value(known, component);
        values
            .computeIfAbsent(
                known.getClass().getSimpleName() + "." + component.getName(),
                key -> new ArrayList<>())
            .add(String.valueOf(part));
        collect(part, values);
      }
    }
  }

  private static Object value(Record known, RecordComponent component) {
    try {
      return component.getAccessor().invoke(known);
    } catch (ReflectiveOperationException inaccessible) {
      throw new AssertionError(inaccessible);
    }
  }
}
