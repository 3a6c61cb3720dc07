package dev.migrate.generate;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.blob;
import static dev.migrate.Ddl.bool;
import static dev.migrate.Ddl.code;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.columns;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.row;
import static dev.migrate.Ddl.sql;
import static dev.migrate.Ddl.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import dev.migrate.Ddl;
import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RunCode;
import dev.migrate.source.JavaSource;
import dev.migrate.testkit.dialect.sample.RandomOperations;
import dev.migrate.testkit.dialect.sample.SampleOperations;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The source of an operation records the operation, and no formatter changes it. */
class JavaSourceTest {

  private static final int SEQUENCES = Integer.getInteger("migrate.test.sources", 40);

  @TempDir Path folder;

  private static List<Operation> recorded(Consumer<Operations> operations) {
    return Recording.of(Revision.of(Lineage.of("one").root(), operations)).upgrade();
  }

  private void requireSame(List<Operation> operations)
      throws IOException, ReflectiveOperationException, FormatterException {
    CompiledSource source = CompiledSource.of(operations, folder);
    assertThat(source.recorded(operations.size())).isEqualTo(operations);
    assertThat(new Formatter().formatSource(source.text())).isEqualTo(source.text());
  }

  @Test
  void theSourceOfEverySampleRecordsIt() throws Exception {
    requireSame(
        SampleOperations.all().stream()
            .flatMap(
                sample -> Stream.concat(sample.given().stream(), Stream.of(sample.operation())))
            .filter(operation -> !(operation instanceof RunCode))
            .toList());
  }

  @Test
  void theSourceOfRandomOperationsRecordsThem() throws Exception {
    requireSame(
        LongStream.rangeClosed(1, SEQUENCES)
            .mapToObj(seed -> RandomOperations.seeded(seed).sequence(25))
            .flatMap(List::stream)
            .toList());
  }

  @Test
  void longAndHostileTextsAreWrittenInFull() throws Exception {
    String hostile =
        "\"quoted\" \\ back\\u0041slash\ttab\nline\r\u0000\u001a\u2028\ud83d\ude00 ü %s";
    String printable = hostile.replace("\u0000", "");
    requireSame(
        recorded(
            op -> {
              op.createTable(
                  "odd.\"name.with \"\" dots\"",
                  column("if", bigint()).comment(printable),
                  column("class", text()).defaultTo(printable),
                  primaryKey("if"));
              op.insert(
                  "a",
                  columns("id", "body", "day", "at", "sum", "key", "raw", "ok"),
                  Stream.iterate(1, n -> n + 1)
                      .limit(40)
                      .map(
                          n ->
                              row(
                                  n * 100_000_000_000L,
                                  printable.repeat(n),
                                  LocalDate.of(2020, 2, 29),
                                  Instant.EPOCH,
                                  new BigDecimal("1234567890123456789012345.5"),
                                  new UUID(n, n),
                                  new byte[] {1, 2, n.byteValue()},
                                  n % 2 == 0))
                      .toList());
              op.execute(
                  sql("SELECT '" + "a long text without an end ".repeat(30) + "'")
                      .on(Ddl.MYSQL, "x".repeat(300))
                      .reads("a", "b", "c")
                      .writes("d")
                      .creates("function", "f")
                      .means(
                          meant -> {
                            meant.createTable("m", column("a", integer()), column("b", blob()));
                            meant.addColumn("m", column("c", bool()));
                          })
                      .undoneBy("DROP FUNCTION f"));
              op.on(
                  Ddl.POSTGRESQL,
                  pg -> {
                    pg.execute(sql("VACUUM").outsideTransaction().needsNoUndo());
                    pg.on(Ddl.H2, h2 -> h2.dropTable("never"));
                  });
            }));
  }

  @Test
  void whatOnlyExistsAsCodeHasNoSource() {
    Operation operation = recorded(op -> op.run(code("import", context -> {}).writes("a"))).get(0);

    assertThat(JavaSource.statement(operation, 4)).isEmpty();
    assertThat(JavaSource.call(operation, "op")).isEmpty();
  }

  @Test
  void aCallStaysOnOneLine() {
    Operation operation = recorded(op -> op.dropColumn("a".repeat(60), "b".repeat(60))).get(0);

    assertThat(JavaSource.call(operation, "it").orElseThrow())
        .isEqualTo("it.dropColumn(\"" + "a".repeat(60) + "\", \"" + "b".repeat(60) + "\")");
  }
}
