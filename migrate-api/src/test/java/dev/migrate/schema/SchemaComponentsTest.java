package dev.migrate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * No attribute of the model is passed over: each component of each record makes a difference, and
 * the difference shows it.
 */
class SchemaComponentsTest {

  private static final QualifiedName T = QualifiedName.of("t");
  private static final Column A = Column.of("a", SimpleType.INTEGER);
  private static final Column B = Column.of("b", SimpleType.INTEGER);
  private static final ForeignKey KEY =
      ForeignKey.of(List.of("a", "b"))
          .references("u", "a", "b")
          .onDelete(ReferentialAction.SET_NULL)
          .named("n");
  private static final Sequence SEQUENCE = Sequence.of(T);
  private static final View VIEW = new View(T, Optional.of(Expression.of("SELECT 1")), List.of());

  /** A value for each component other than that of the base. */
  private static final Map<Class<?>, Map<String, Object>> OTHERS =
      Map.of(
          Column.class,
          Map.of(
              "name", "c",
              "type", SimpleType.BIGINT,
              "nullable", false,
              "defaultValue", Optional.of(Literal.of(1)),
              "identityMode", Optional.of(IdentityMode.ALWAYS),
              "generated", Optional.of(new Generated(Expression.of("1"), true)),
              "collation", Optional.of("C"),
              "comment", Optional.of("x")),
          PrimaryKey.class,
          Map.of(
              "name", Optional.of("m"),
              "columns", List.of("b"),
              "deferrability", Deferrability.INITIALLY_DEFERRED,
              "included", List.of("b")),
          Unique.class,
          Map.of(
              "name", Optional.of("m"),
              "columns", List.of("b"),
              "isNullsNotDistinct", true,
              "deferrability", Deferrability.INITIALLY_DEFERRED,
              "included", List.of("b")),
          Check.class,
          Map.of(
              "name", Optional.of("m"),
              "condition", Expression.of("b > 0"),
              "isNotValid", true,
              "isNotEnforced", true,
              "atColumn", Optional.of("a")),
          ForeignKey.class,
          Map.ofEntries(
              Map.entry("name", Optional.of("m")),
              Map.entry("columns", List.of("b", "a")),
              Map.entry("target", QualifiedName.of("v")),
              Map.entry("targetColumns", List.of("b", "a")),
              Map.entry("onDelete", ReferentialAction.CASCADE),
              Map.entry("onUpdate", ReferentialAction.CASCADE),
              Map.entry("deferrability", Deferrability.INITIALLY_DEFERRED),
              Map.entry("isNotValid", true),
              Map.entry("isNotEnforced", true),
              Map.entry("match", MatchType.FULL),
              Map.entry("onDeleteColumns", List.of("a"))),
          Index.class,
          Map.of(
              "name", Optional.of("m"),
              "keys", List.of(IndexKey.column("b")),
              "isUnique", true,
              "where", Optional.of(Expression.of("a > 0")),
              "method", Optional.of("gin"),
              "included", List.of("b"),
              "isNullsNotDistinct", true,
              "isInvisible", true),
          IndexKey.class,
          Map.of(
              "column", Optional.of("b"),
              "isDescending", true,
              "nulls", Optional.of(NullsOrder.FIRST),
              "operatorClass", Optional.of("o"),
              "prefix", 3,
              "collation", Optional.of("C")),
          Sequence.class,
          Map.of(
              "name", QualifiedName.of("m"),
              "start", 2L,
              "increment", 2L,
              "ownedBy", Optional.of(new ColumnName(T, "a")),
              "type", Optional.of(SimpleType.INTEGER),
              "minimum", Optional.of(0L),
              "maximum", Optional.of(9L),
              "cycles", true,
              "cache", Optional.of(2L)),
          View.class,
          Map.of(
              "name", QualifiedName.of("m"),
              "query", Optional.of(Expression.of("SELECT 2")),
              "reads", List.of(DataReference.of("u"))),
          Table.class,
          Map.of(
              "name", QualifiedName.of("m"),
              "columns", List.of(A, B, Column.of("c", SimpleType.DATE)),
              "constraints", List.of(Unique.of(List.of("a"))),
              "indexes", List.of(Index.of(List.of(IndexKey.column("a")))),
              "comment", Optional.of("x"),
              "options", List.of(new TableOption(DialectName.SQLITE, "STRICT"))));

  @TestFactory
  Stream<DynamicTest> everyComponentMakesADifference() {
    List<DynamicTest> tests = new ArrayList<>();
    components(tests, A, column -> table(column, B));
    components(tests, PrimaryKey.of(List.of("a")).named("n"), key -> table(A, B, key));
    components(tests, Unique.of(List.of("a")).named("n"), key -> table(A, B, key));
    components(tests, Check.of(Expression.of("a > 0")).named("n"), ck -> table(A, B, ck));
    components(tests, KEY, key -> table(A, B, key));
    components(
        tests, Index.of(List.of(IndexKey.column("a"))).named("n"), index -> table(A, B, index));
    components(tests, IndexKey.column("a"), key -> table(A, B, Index.of(List.of(key)).named("n")));
    components(tests, SEQUENCE, Schema.empty()::with);
    components(tests, VIEW, Schema.empty()::with);
    components(tests, Table.of(T, List.of(A, B)), Schema.empty()::with);
    return tests.stream();
  }

  private static Schema table(TableElement... elements) {
    return Schema.empty().with(Table.of(T, List.of(elements)));
  }

  private interface Holder<R> {
    Schema of(R value);
  }

  private static <R extends Record> void components(
      List<DynamicTest> tests, R base, Holder<R> holder) {
    for (RecordComponent component : base.getClass().getRecordComponents()) {
      String name = component.getName();
      if (base instanceof IndexKey && name.equals("expression")) {
        continue; // the other form of the column, which makes the difference
      }
      tests.add(
          DynamicTest.dynamicTest(
              base.getClass().getSimpleName() + "." + name,
              () -> requireDifference(base, name, holder)));
    }
  }

  private static <R extends Record> void requireDifference(R base, String name, Holder<R> holder)
      throws ReflectiveOperationException {
    Object value = OTHERS.getOrDefault(base.getClass(), Map.of()).get(name);
    assertThat(value).as("another value for " + name + " is missing in OTHERS").isNotNull();
    R other = with(base, name, value);
    assertThat(other).isNotEqualTo(base);
    SchemaDifference difference = SchemaDifference.between(holder.of(base), holder.of(other));
    assertThat(difference.isEmpty()).as(name + " makes no difference").isFalse();
    assertThat(difference.entries())
        .allSatisfy(entry -> assertThat(entry.expected()).isNotEqualTo(entry.actual()))
        .noneSatisfy(
            entry ->
                assertThat(entry.toString())
                    .as("two forms that print the same")
                    .contains("(" + base.getClass().getSimpleName() + ")"));
  }

  @SuppressWarnings("unchecked")
  private static <R extends Record> R with(R base, String name, Object value)
      throws ReflectiveOperationException {
    RecordComponent[] components = base.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] =
          components[i].getName().equals(name) ? value : components[i].getAccessor().invoke(base);
    }
    return (R) base.getClass().getDeclaredConstructor(types).newInstance(values);
  }
}
