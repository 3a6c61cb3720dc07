package dev.migrate;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.migrate.error.DefinitionException;
import dev.migrate.operation.CodeBody;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Row;
import dev.migrate.operation.RowChange;
import dev.migrate.schema.*;
import dev.migrate.schema.SequenceChange;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** No null is swallowed: the call that is handed one says so. */
class NullArgumentsTest {

  /** Where null means SQL's NULL. */
  private static final Set<String> NULL_HAS_A_MEANING =
      Set.of(
          "defaultTo.value",
          "literal.value",
          "row.values",
          "set.value",
          "where.value",
          "and.value");

  /** An argument of every type that a word takes. */
  static final Map<Class<?>, Object> SAMPLES =
      Map.ofEntries(
          Map.entry(String.class, "x"),
          Map.entry(int.class, 2),
          Map.entry(long.class, 2L),
          Map.entry(Object.class, "x"),
          Map.entry(List.class, List.of("x")),
          Map.entry(DataType.class, text()),
          Map.entry(Expression.class, expression("x")),
          Map.entry(IndexKey.class, asc("x")),
          Map.entry(TableOption.class, tableOption(SQLITE, "x")),
          Map.entry(TableElement.class, column("x", text())),
          Map.entry(Column.class, column("x", text())),
          Map.entry(ColumnChange.class, noDefault()),
          Map.entry(SequenceChange.class, noCache()),
          Map.entry(Comment.class, noComment()),
          Map.entry(PrimaryKey.class, primaryKey("x")),
          Map.entry(Unique.class, unique("x")),
          Map.entry(ForeignKey.class, foreignKey("x").references("y")),
          Map.entry(Check.class, check("x")),
          Map.entry(Index.class, index("x")),
          Map.entry(Sequence.class, sequence("x")),
          Map.entry(View.Start.class, view("x")),
          Map.entry(Row.class, row("x")),
          Map.entry(RowChange.class, set("x", 1).inEveryRow()),
          Map.entry(Sql.class, sql("x")),
          Map.entry(Code.class, code("x", context -> {})),
          Map.entry(CodeBody.class, (CodeBody) context -> {}),
          Map.entry(Consumer.class, (Consumer<Object>) o -> {}),
          Map.entry(DialectName.class, SQLITE),
          Map.entry(Operation.class, new DropTable(QualifiedName.of("x"))),
          Map.entry(ReferentialAction.class, CASCADE),
          Map.entry(RevisionId.class, RevisionId.of("x")));

  @TestFactory
  Stream<DynamicTest> everyWordRefusesNull() {
    List<DynamicTest> tests = new ArrayList<>();
    add(tests, Ddl.class, null);
    add(tests, Operations.class, new Operations("upgrade"));
    add(tests, Lineage.class, null);
    add(tests, Lineage.class, Lineage.of("a").root());
    add(tests, Lineage.Start.class, Lineage.of("a"));
    add(tests, RevisionId.class, null);
    add(tests, Sql.class, sql("a"));
    add(tests, Code.class, code("a", context -> {}));
    add(tests, Column.class, column("a", text()));
    add(tests, ForeignKey.class, foreignKey("a").references("b"));
    add(tests, ForeignKey.Start.class, foreignKey("a"));
    add(tests, Index.class, index("a"));
    add(tests, View.Start.class, view("a"));
    add(tests, TypeChange.class, type(text()));
    return tests.stream();
  }

  private static void add(List<DynamicTest> tests, Class<?> type, Object target) {
    for (Method method : type.getDeclaredMethods()) {
      boolean fits = Modifier.isStatic(method.getModifiers()) == (target == null);
      boolean mine =
          Modifier.isPublic(method.getModifiers())
              && !method.isBridge()
              && !method.isSynthetic()
              && !Set.of("equals", "compareTo", "renamingColumn").contains(method.getName())
              && Stream.of(method.getParameterTypes()).allMatch(NullArgumentsTest::hasSample);
      for (int i = 0; fits && mine && i < method.getParameterCount(); i++) {
        String parameter = method.getName() + "." + method.getParameters()[i].getName();
        if (!method.getParameterTypes()[i].isPrimitive()
            && !NULL_HAS_A_MEANING.contains(parameter)) {
          int position = i;
          tests.add(
              DynamicTest.dynamicTest(
                  type.getSimpleName() + "." + parameter,
                  () -> refusesNull(method, target, position)));
        }
      }
    }
  }

  private static boolean hasSample(Class<?> type) {
    return SAMPLES.containsKey(type.isArray() ? type.getComponentType() : type);
  }

  private static void refusesNull(Method method, Object target, int position)
      throws IllegalAccessException {
    Object[] arguments = new Object[method.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      Class<?> type = method.getParameterTypes()[i];
      arguments[i] =
          i == position
              ? (type.isArray() ? Array.newInstance(type.getComponentType(), 1) : null)
              : type.isArray() ? Array.newInstance(type.getComponentType(), 0) : SAMPLES.get(type);
    }
    try {
      Object result = method.invoke(target, arguments);
      fail("%s took null and gave %s", method, result);
    } catch (InvocationTargetException thrown) {
      assertThat(thrown.getCause())
          .isInstanceOfAny(NullPointerException.class, DefinitionException.class);
      assertThat(thrown.getCause().getMessage()).as("WHO %s %s", method, position).isNotBlank();
    }
  }
}
