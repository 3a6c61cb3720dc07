package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.error.DefinitionException;
import dev.migrate.operation.Operation;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every kind of operation has a method of its own in {@link Operations}. */
class OperationWordsTest {

  private static final Consumer<Operations> GROUP = op -> op.dropTable("x");

  @Test
  void everyKindOfOperationIsRecordedByAMethodOfItsOwn() {
    Set<Class<?>> recorded = new HashSet<>();
    for (Method method : Operations.class.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers()) && !method.getName().equals("add")) {
        recorded(method).forEach(operation -> recorded.add(operation.getClass()));
      }
    }
    assertThat(List.of(Operation.class.getPermittedSubclasses()))
        .as("kinds of operations that Operations has a method for")
        .allMatch(recorded::contains);
  }

  /** What a call with any arguments of the right types records. */
  private static List<Operation> recorded(Method method) {
    Revision revision =
        Revision.of(Lineage.of("words").root(), operations -> call(method, operations));
    return Recording.of(revision).upgrade();
  }

  private static void call(Method method, Operations operations) {
    try {
      method.invoke(
          operations,
          Stream.of(method.getParameterTypes()).map(OperationWordsTest::argument).toArray());
    } catch (IllegalAccessException hidden) {
      throw new AssertionError(hidden);
    } catch (InvocationTargetException refused) {
      // Such as undoUpgrade() in an upgrade, and rows in a list of names.
      assertThat(refused.getCause())
          .isInstanceOfAny(DefinitionException.class, ClassCastException.class);
    }
  }

  private static Object argument(Class<?> type) {
    if (type == Consumer.class) {
      return GROUP;
    }
    Object argument =
        type.isArray()
            ? Array.newInstance(type.getComponentType(), 0)
            : NullArgumentsTest.SAMPLES.get(type);
    assertThat(argument).as("a sample of " + type.getSimpleName()).isNotNull();
    return argument;
  }
}
