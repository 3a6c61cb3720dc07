package dev.migrate;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.DefinitionException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingTest {

  private static final class Broken implements Revision {

    @Override
    public Lineage lineage() {
      return Lineage.of("4f1c").root();
    }

    @Override
    public void upgrade(Operations op) {
      op.addColumn("account", column("id", bigint()));
      op.addColumn("account", column("email", varchar(0)));
    }
  }

  @Test
  void aRefusedDefinitionNamesTheRevisionTheClassAndThePlace() {
    assertThatThrownBy(() -> Recording.of(new Broken()))
        .isInstanceOf(RevisionException.class)
        .hasCauseInstanceOf(DefinitionException.class)
        .hasMessage(
            """
            revision 4f1c (RecordingTest$Broken) failed while recording upgrade()
              after      1 recorded operations
              problem    varchar(0) is not a valid type
                           next       give it a length of 1 or more
              left       no database was touched
              next       correct upgrade(); it must record the same operations every time\
            """);
  }

  @Test
  void whateverElseItThrowsIsNamedToo() {
    IllegalStateException bug = new IllegalStateException("oops");
    assertThatThrownBy(
            () ->
                Recording.of(
                    Revision.of(
                        Lineage.of("a").root(),
                        op -> {
                          throw bug;
                        })))
        .isInstanceOf(RevisionException.class)
        .hasCause(bug)
        .hasMessageContaining("revision a failed while recording upgrade()")
        .hasMessageContaining("problem    java.lang.IllegalStateException: oops")
        .extracting(thrown -> ((RevisionException) thrown).revision())
        .isEqualTo("a");
  }

  @Test
  void aRevisionThatCannotEvenSayItsIdIsNamedByItsClass() {
    Revision nameless =
        new Revision() {
          @Override
          public Lineage lineage() {
            throw new IllegalStateException("no lineage");
          }

          @Override
          public void upgrade(Operations op) {
            throw new IllegalStateException("oops");
          }
        };
    assertThatThrownBy(() -> Recording.of(nameless))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("revision RecordingTest$1 failed while recording upgrade()")
        .hasMessageContaining("oops");
  }

  @Test
  void aValueRecordsItsOperationsAndDerivesItsDowngrade() {
    Revision value = Revision.of(Lineage.of("a").root(), op -> op.dropTable("t"));
    Recording recording = Recording.of(value);
    assertThat(recording.upgrade()).hasSize(1);
    assertThat(recording.downgrade()).isEqualTo(Recording.Downgrade.DERIVED);
    assertThat(recording).isEqualTo(Recording.of(value));
    assertThat(value).hasToString("a root");
    assertThatThrownBy(() -> recording.upgrade().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void aJoinHasNoOperations() {
    Revision join = Revision.join(Lineage.of("j").after("a", "b"));
    assertThat(Recording.of(join).upgrade()).isEqualTo(List.of());
    assertThat(join.lineage().parents()).hasSize(2);
  }
}
