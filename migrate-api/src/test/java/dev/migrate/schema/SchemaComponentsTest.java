package dev.migrate.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * No attribute of the model is passed over: each component of each record makes a difference, and
 * the difference shows it.
 */
class SchemaComponentsTest {

  private static final Package HERE = Table.class.getPackage();
  private static final QualifiedName T = QualifiedName.of("t");
  private static final Column A = Column.of("a", SimpleType.INTEGER);
  private static final Column B = Column.of("b", SimpleType.INTEGER);
  private static final ForeignKey KEY =
      ForeignKey.of(List.of("a", "b"))
          .references("u", "a", "b")
          .onDelete(ReferentialAction.SET_NULL)
          .named("n");
  private static final Sequence SEQUENCE = Sequence.of(T);
  private static final Generated COMPUTED = new Generated(Expression.of("1"), true);
  private static final Deferrability DEFERRED = Deferrability.INITIALLY_DEFERRED;
  private static final TableOption OPTION = new TableOption(DialectName.SQLITE, "STRICT");
  private static final View VIEW = new View(T, Optional.of(Expression.of("SELECT 1")), List.of());

  /** Another value for a component, and the difference that it makes. */
  private record Other(Object value, String difference) {}

  private static final Map<Class<?>, Map<String, Other>> OTHERS =
      Map.ofEntries(
          of(
              Column.class,
              "name",
              "c",
              "column t.c",
              "type",
              SimpleType.BIGINT,
              "column t.a: type",
              "nullable",
              false,
              "column t.a: nullability",
              "defaultValue",
              Optional.of(Literal.of(1)),
              "column t.a: default",
              "identityMode",
              Optional.of(IdentityMode.ALWAYS),
              "column t.a: identity",
              "generated",
              Optional.of(COMPUTED),
              "column t.a: computation",
              "collation",
              Optional.of("C"),
              "column t.a: collation",
              "comment",
              Optional.of("x"),
              "column t.a: comment"),
          of(
              Generated.class,
              "expression",
              Expression.of("2"),
              "column t.a: computation",
              "stored",
              false,
              "column t.a: computation"),
          of(
              PrimaryKey.class,
              "name",
              Optional.of("m"),
              "constraint m of table t",
              "columns",
              List.of("b"),
              "constraint n of table t: columns",
              "deferrability",
              DEFERRED,
              "constraint n of table t: deferrability",
              "included",
              List.of("b"),
              "constraint n of table t: included columns"),
          of(
              Unique.class,
              "name",
              Optional.of("m"),
              "constraint m of table t",
              "columns",
              List.of("b"),
              "constraint n of table t: columns",
              "isNullsNotDistinct",
              true,
              "constraint n of table t: nulls not distinct",
              "deferrability",
              DEFERRED,
              "constraint n of table t: deferrability",
              "included",
              List.of("b"),
              "constraint n of table t: included columns"),
          of(
              Check.class,
              "name",
              Optional.of("m"),
              "constraint m of table t",
              "condition",
              Expression.of("b > 0"),
              "constraint n of table t: condition",
              "isNotValid",
              true,
              "constraint n of table t: not valid",
              "isNotEnforced",
              true,
              "constraint n of table t: not enforced",
              "atColumn",
              Optional.of("a"),
              "constraint n of table t: at column"),
          of(
              ForeignKey.class,
              "name",
              Optional.of("m"),
              "constraint m of table t",
              "columns",
              List.of("b", "a"),
              "constraint n of table t: columns",
              "target",
              QualifiedName.of("v"),
              "constraint n of table t: target table",
              "targetColumns",
              List.of("b", "a"),
              "constraint n of table t: target columns",
              "onDelete",
              ReferentialAction.CASCADE,
              "constraint n of table t: on delete",
              "onUpdate",
              ReferentialAction.CASCADE,
              "constraint n of table t: on update",
              "deferrability",
              DEFERRED,
              "constraint n of table t: deferrability",
              "isNotValid",
              true,
              "constraint n of table t: not valid",
              "isNotEnforced",
              true,
              "constraint n of table t: not enforced",
              "match",
              MatchType.FULL,
              "constraint n of table t: match",
              "onDeleteColumns",
              List.of("a"),
              "constraint n of table t: columns set on delete"),
          of(
              Index.class,
              "name",
              Optional.of("m"),
              "index m of table t",
              "keys",
              List.of(IndexKey.column("b")),
              "index n of table t: keys",
              "isUnique",
              true,
              "index n of table t: unique",
              "where",
              Optional.of(Expression.of("a > 0")),
              "index n of table t: condition",
              "method",
              Optional.of("gin"),
              "index n of table t: method",
              "included",
              List.of("b"),
              "index n of table t: included columns",
              "isNullsNotDistinct",
              true,
              "index n of table t: nulls not distinct",
              "isInvisible",
              true,
              "index n of table t: invisible"),
          of(
              IndexKey.class,
              "column",
              Optional.of("b"),
              "index n of table t: keys",
              "isDescending",
              true,
              "index n of table t: keys",
              "nulls",
              Optional.of(NullsOrder.FIRST),
              "index n of table t: keys",
              "operatorClass",
              Optional.of("o"),
              "index n of table t: keys",
              "prefix",
              3,
              "index n of table t: keys",
              "collation",
              Optional.of("C"),
              "index n of table t: keys"),
          of(
              Sequence.class,
              "name",
              QualifiedName.of("m"),
              "sequence m",
              "start",
              2L,
              "sequence t: start",
              "increment",
              2L,
              "sequence t: increment",
              "ownedBy",
              Optional.of(new ColumnName(T, "a")),
              "sequence t: owner",
              "type",
              Optional.of(SimpleType.INTEGER),
              "sequence t: type",
              "minimum",
              Optional.of(0L),
              "sequence t: minimum",
              "maximum",
              Optional.of(9L),
              "sequence t: maximum",
              "cycles",
              true,
              "sequence t: cycles",
              "cache",
              Optional.of(2L),
              "sequence t: cache"),
          of(
              View.class,
              "name",
              QualifiedName.of("m"),
              "view m",
              "query",
              Optional.of(Expression.of("SELECT 2")),
              "view t: query",
              "reads",
              List.of(DataReference.of("u")),
              "view t: reads"),
          of(
              DataReference.class,
              "table",
              QualifiedName.of("v"),
              "view t: reads",
              "columns",
              List.of("a"),
              "view t: reads"),
          of(
              EnumType.class,
              "name",
              QualifiedName.of("m"),
              "enum type m",
              "labels",
              List.of("one", "two"),
              "enum type t: labels"),
          of(
              TableOption.class,
              "dialect",
              DialectName.MYSQL,
              "table t: options",
              "sql",
              "WITHOUT ROWID",
              "table t: options"),
          of(
              Table.class,
              "name",
              QualifiedName.of("m"),
              "table m",
              "columns",
              List.of(A, B, Column.of("c", SimpleType.DATE)),
              "column t.c",
              "constraints",
              List.of(Unique.of(List.of("a"))),
              "constraint uq_t_a of table t",
              "indexes",
              List.of(Index.of(List.of(IndexKey.column("a")))),
              "index ix_t_a of table t",
              "comment",
              Optional.of("x"),
              "table t: comment",
              "options",
              List.of(OPTION),
              "table t: options"));

  /** Component, other value, difference; and so on. */
  private static Map.Entry<Class<?>, Map<String, Other>> of(Class<?> type, Object... cases) {
    Map<String, Other> others = new HashMap<>();
    for (int i = 0; i < cases.length; i += 3) {
      others.put((String) cases[i], new Other(cases[i + 1], (String) cases[i + 2]));
    }
    return Map.entry(type, others);
  }

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
    components(tests, COMPUTED, computation -> table(A.withGenerated(Optional.of(computation)), B));
    components(tests, VIEW, Schema.empty()::with);
    components(
        tests,
        DataReference.of("u", "b"),
        data -> Schema.empty().with(VIEW.withReads(List.of(data))));
    components(tests, new EnumType(T, List.of("one")), Schema.empty()::with);
    components(
        tests,
        OPTION,
        option -> Schema.empty().with(Table.of(T, List.of(A, B)).withOptions(List.of(option))));
    components(tests, Table.of(T, List.of(A, B)), Schema.empty()::with);
    return tests.stream();
  }

  /** What is shown and compared as one value. */
  private static final Set<Class<?>> VALUES =
      Set.of(
          DataType.class,
          DefaultValue.class,
          QualifiedName.class,
          ColumnName.class,
          Expression.class,
          DialectName.class);

  /** From the objects of a schema along the components: a new record has to be tested here. */
  @Test
  void everyRecordOfTheModelIsTested() {
    Set<Class<?>> found = new LinkedHashSet<>();
    for (Class<?> object : List.of(Table.class, View.class, Sequence.class, EnumType.class)) {
      find(object, found);
    }
    assertThat(OTHERS.keySet()).containsExactlyInAnyOrderElementsOf(found);
  }

  private static void find(Class<?> type, Set<Class<?>> found) {
    if (VALUES.contains(type) || type.isEnum() || !HERE.equals(type.getPackage())) {
      return;
    } else if (type.isSealed()) {
      List.of(type.getPermittedSubclasses()).forEach(permitted -> find(permitted, found));
    } else if (found.add(type)) {
      for (RecordComponent component : type.getRecordComponents()) {
        Type declared = component.getGenericType();
        find(
            declared instanceof ParameterizedType generic
                ? (Class<?>) generic.getActualTypeArguments()[0]
                : component.getType(),
            found);
      }
    }
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
    Other wanted = OTHERS.getOrDefault(base.getClass(), Map.of()).get(name);
    assertThat(wanted).as("another value for " + name + " is missing in OTHERS").isNotNull();
    R other = with(base, name, wanted.value());
    assertThat(other).isNotEqualTo(base);
    SchemaDifference difference = SchemaDifference.between(holder.of(base), holder.of(other));
    assertThat(difference.entries().stream().map(SchemaDifference.Entry::what))
        .as("what differs")
        .contains(wanted.difference());
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
