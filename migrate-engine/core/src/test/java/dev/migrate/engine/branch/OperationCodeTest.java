package dev.migrate.engine.branch;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.operation.Operation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is proposed as code is a call that records the operation. */
class OperationCodeTest {

  private static final Pattern CALL = Pattern.compile("op\\.(\\w+)\\(\"(.*)\"\\)");

  private static Operation recorded(Consumer<Operations> body) {
    return Recording.of(Revision.of(Lineage.of("one").root(), body)).upgrade().get(0);
  }

  @TestFactory
  Stream<DynamicTest> aCallWithNamesRecordsTheOperation() {
    return recorded(
            op -> op.dropTable("t"),
            op -> op.renameTable("s.t", "u"),
            op -> op.renameColumn("t", "a", "b"),
            op -> op.dropColumn("t", "a"),
            op -> op.validateConstraint("t", "c"),
            op -> op.renameConstraint("t", "c", "d"),
            op -> op.dropConstraint("t", "c"),
            op -> op.renameIndex("t", "i", "j"),
            op -> op.dropIndex("t", "i"),
            op -> op.dropIndexConcurrently("t", "i"),
            op -> op.renameSequence("q", "r"),
            op -> op.dropSequence("q"),
            op -> op.renameView("v", "w"),
            op -> op.dropView("v"),
            op -> op.renameEnumType("e", "f"),
            op -> op.dropEnumType("e"),
            op -> op.renameEnumValue("e", "x", "y"),
            op -> op.createSchema("s"),
            op -> op.renameSchema("s", "r"),
            op -> op.dropSchema("s"))
        .map(each -> DynamicTest.dynamicTest(each.toString(), () -> requireSame(each)));
  }

  @SafeVarargs
  private static Stream<Operation> recorded(Consumer<Operations>... bodies) {
    return Stream.of(bodies).map(OperationCodeTest::recorded);
  }

  private static void requireSame(Operation operation) {
    Matcher call = CALL.matcher(OperationCode.of(operation).orElseThrow());
    assertThat(call.matches()).isTrue();
    Object[] names = call.group(2).split("\", \"");
    assertThat(recorded(op -> invoke(op, call.group(1), names))).isEqualTo(operation);
  }

  private static void invoke(Operations op, String word, Object[] names) {
    Class<?>[] types = Stream.of(names).map(Object::getClass).toArray(Class<?>[]::new);
    try {
      Method method = Operations.class.getMethod(word, types);
      method.invoke(op, names);
    } catch (ReflectiveOperationException missing) {
      throw new AssertionError(word + " " + List.of(names), missing);
    }
  }

  @Test
  void alterationsAreWrittenInTheWordsOfDdl() {
    assertThat(
            recorded(
                    op -> op.alterColumn("t", "a", type(decimal(10, 2)), notNull(), defaultTo(1)),
                    op -> op.alterColumn("t", "a", type(bool()), defaultTo("x\"\\\n")),
                    op -> op.alterColumn("t", "a", type(doublePrecision()), nullable()),
                    op -> op.alterColumn("t", "a", type(timestamp()), noDefault()),
                    op -> op.alterColumn("t", "a", type(timestamp(3))),
                    op -> op.alterColumn("t", "a", type(varchar(9))),
                    op -> op.alterColumn("t", "a", type(uuid())))
                .map(operation -> OperationCode.of(operation).orElseThrow())
                .collect(Collectors.joining("\n")))
        .isEqualTo(
            """
            op.alterColumn("t", "a", type(decimal(10,2)), notNull(), defaultTo(1))
            op.alterColumn("t", "a", type(bool()), defaultTo("x\\"\\\\\\n"))
            op.alterColumn("t", "a", type(doublePrecision()), nullable())
            op.alterColumn("t", "a", type(timestamp()), noDefault())
            op.alterColumn("t", "a", type(timestamp(3)))
            op.alterColumn("t", "a", type(varchar(9)))
            op.alterColumn("t", "a", type(uuid()))\
            """);
  }

  @Test
  void whatNeedsMoreIsNotWritten() {
    assertThat(
            recorded(
                op -> op.addColumn("t", column("a", integer())),
                op -> op.alterColumn("t", "a", type(nativeType("money"))),
                op -> op.alterColumn("t", "a", type(character(3))),
                op -> op.alterColumn("t", "a", type(timestampWithTimeZone())),
                op -> op.alterColumn("t", "a", type(integer()).using("b")),
                op -> op.alterColumn("t", "a", comment("x")),
                op -> op.execute(sql("VACUUM"))))
        .allSatisfy(operation -> assertThat(OperationCode.of(operation)).isEmpty());
  }
}
