package dev.migrate.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Recording;
import dev.migrate.Recording.Downgrade;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.Declarations;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.Row;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.Undo;
import dev.migrate.schema.Column;
import dev.migrate.schema.Literal;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordingJsonTest {

  private static final Operation DROP = new DropTable(QualifiedName.of("t"));

  static List<Operation> samples() {
    return RecordingSamples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void operationComesBackAsItWas(Operation operation) {
    String json = RecordingJson.write(upgrading(operation));

    Recording read = RecordingJson.read(json, RecordingJson.FORMAT);

    assertThat(read.upgrade()).containsExactly(operation);
    assertThat(RecordingJson.write(read)).isEqualTo(json);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void textIsPlainAscii(Operation operation) {
    assertThat(RecordingJson.write(upgrading(operation))).matches("[ -~]*");
  }

  @Test
  void derivedDowngradeIsNotWritten() {
    assertThat(RecordingJson.write(upgrading(DROP)))
        .isEqualTo("{\"upgrade\":[{\"dropTable\":{\"table\":\"t\"}}]}");
  }

  @Test
  void recordingWithoutOperationsIsEmpty() {
    Recording join = new Recording(List.of(), Downgrade.DERIVED);

    assertThat(RecordingJson.write(join)).isEqualTo("{}");
    assertThat(RecordingJson.read(" { } ", 1)).isEqualTo(join);
  }

  @Test
  void statedDowngradeComesBack() {
    List<Downgrade> downgrades =
        List.of(
            new Downgrade(List.of(), false, List.of()),
            new Downgrade(List.of(DROP), true, List.of(DROP)),
            new Downgrade(List.of(DROP), false, List.of()));

    for (Downgrade downgrade : downgrades) {
      Recording recording = new Recording(List.of(DROP), downgrade);
      assertThat(RecordingJson.read(RecordingJson.write(recording), 1)).isEqualTo(recording);
    }
    assertThat(RecordingJson.write(new Recording(List.of(DROP), downgrades.get(0))))
        .endsWith(",\"downgrade\":{\"undoesUpgrade\":false}}");
  }

  @Test
  void numbersAreWrittenByValue() {
    assertThat(written(Literal.of(new BigDecimal("1.10")))).contains("[[1.1]]");
    assertThat(written(Literal.of(new BigDecimal("1.1")))).contains("[[1.1]]");
  }

  @Test
  void textIsNotNormalised() {
    assertThat(written(Literal.of("\u00e9"))).isNotEqualTo(written(Literal.of("e\u0301")));
  }

  @Test
  void codeComesBackWithoutItsBody() {
    RunCode code =
        new RunCode(
            "x",
            1,
            Declarations.NONE,
            Undo.NOT_STATED,
            Optional.of(context -> {}),
            Optional.of(context -> {}));

    RunCode read =
        (RunCode) RecordingJson.read(RecordingJson.write(upgrading(code)), 1).upgrade().get(0);

    assertThat(read.body()).isEmpty();
    assertThat(read.undoBody()).as("that there is one").isPresent();
    assertThat(RecordingJson.isRunnable(code)).isTrue();
    assertThat(RecordingJson.isRunnable(read)).isFalse();
    RunCode undone = (RunCode) read.inverse(Schema.empty()).operations().get(0);
    assertThat(RecordingJson.isRunnable(undone)).isFalse();
  }

  @Test
  void digestIsTheSameForEver() {
    Column column = Column.of("c", SimpleType.BIGINT).notNull().comment(RecordingSamples.HOSTILE);
    List<Operation> operations =
        List.of(DROP, new AddColumn(QualifiedName.of("billing.t"), column));

    assertThat(RecordingJson.digest(operations))
        .isEqualTo("93cf089c343918892f8d185261521dba49397bfdc3b48e399198e73d8763ed85");
    assertThat(RecordingJson.digest(List.of(DROP)))
        .isEqualTo("54e1421ae703f7ba02309ea729eaaaf24cb903765a86740eee33c413143ee136");
    assertThat(RecordingJson.digest(List.of()))
        .as("SHA-256 of []")
        .isEqualTo("4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945");
  }

  @Test
  void digestDoesNotDependOnTheLocale() {
    Locale before = Locale.getDefault();
    String digest = RecordingJson.digest(RecordingSamples.all());
    try {
      for (String language : List.of("tr", "ar-u-nu-arab", "th-TH-u-ca-buddhist")) {
        Locale.setDefault(Locale.forLanguageTag(language));
        assertThat(RecordingJson.digest(RecordingSamples.all())).isEqualTo(digest);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void writingAndReadingIsThreadSafe() throws InterruptedException {
    String expected =
        RecordingJson.write(upgrading(RecordingSamples.all().toArray(Operation[]::new)));
    AtomicReference<Throwable> failure = new AtomicReference<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread thread =
          new Thread(
              () -> {
                for (int round = 0; round < 20; round++) {
                  assertThat(RecordingJson.write(RecordingJson.read(expected, 1)))
                      .isEqualTo(expected);
                }
              });
      thread.setUncaughtExceptionHandler((t, thrown) -> failure.set(thrown));
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(failure.get()).isNull();
  }

  private static Recording upgrading(Operation... operations) {
    return new Recording(List.of(operations), Downgrade.DERIVED);
  }

  private static String written(Literal literal) {
    return RecordingJson.write(
        upgrading(
            new InsertRows(
                QualifiedName.of("t"), List.of("c"), List.of(new Row(List.of(literal))))));
  }
}
