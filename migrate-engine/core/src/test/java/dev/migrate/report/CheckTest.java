package dev.migrate.report;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.RevisionId;
import dev.migrate.model.IgnoredElement;
import dev.migrate.schema.Column;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaDifference;
import dev.migrate.schema.Table;
import dev.migrate.schema.UnmodelledElement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckTest {

  private static final QualifiedName ACCOUNT = QualifiedName.of("account");
  private static final SchemaDifference NONE = new SchemaDifference(List.of());
  private static final Drift NO_DRIFT = new Drift(NONE, List.of(), List.of(), List.of());
  private static final SchemaDifference DIFFERENCE =
      SchemaDifference.between(
          account(column("id", bigint()), column("email", varchar(320))),
          account(column("id", integer()), column("age", integer())));

  private static Schema account(Column... columns) {
    return Schema.empty().with(Table.of(ACCOUNT, List.of(columns)));
  }

  private static RevisionInfo pending(String id, String name) {
    return new RevisionInfo(
        Lineage.of(id).root(),
        name,
        RevisionState.PENDING,
        true,
        true,
        false,
        Optional.empty(),
        Optional.empty());
  }

  private static Check check(Drift drift, Optional<ModelCheck> model) {
    return new Check(List.of(), List.of(), List.of(), List.of(), List.of(), drift, model);
  }

  @Test
  void whatAgreesIsContent() {
    ModelCheck model = new ModelCheck(NONE, List.of(), List.of(), List.of());
    Check check = check(NO_DRIFT, Optional.of(model));
    assertThat(check.isContent()).isTrue();
    assertThat(check)
        .hasToString(
            """
            every revision is applied
            the database is what the applied revisions declare
            the revisions make what the model declares\
            """);
  }

  @Test
  void everythingThatDiffersIsSaidWithTheNextStep() {
    RevisionId first = RevisionId.of("001");
    Check check =
        new Check(
            List.of(pending("003", "AddEmail"), pending("004", "004")),
            List.of(new EditedRevision(first, "First", "operation 1 changed\nfrom a\nto b")),
            List.of(RevisionId.of("099")),
            List.of(new UnfinishedRevision(RevisionId.of("002"), "002", Direction.UP, 3)),
            List.of(),
            new Drift(
                DIFFERENCE,
                List.of(ElementName.table(QualifiedName.of("legacy"))),
                List.of(
                    UnmodelledElement.object("trigger", "audit", ElementName.table(ACCOUNT), "")),
                List.of(ElementName.view(QualifiedName.of("few")))),
            Optional.of(
                new ModelCheck(
                    DIFFERENCE,
                    List.of(ElementName.view(QualifiedName.of("few"))),
                    List.of(new IgnoredElement("note", "it is theirs")),
                    List.of("no dialect knows the type of account.place"))));
    assertThat(check.isContent()).isFalse();
    assertThat(check)
        .hasToString(
            """
            2 revisions are not applied
              pending    003 (AddEmail), 004
              next       call upgrade()
            1 revision has not ended
              at         002 going up at statement 3
              next       if no other process migrates now, call upgrade() or downgrade(…) to end it
            revisions were changed after they had been applied
              revision   001 (First)
                         operation 1 changed
                         from a
                         to b
              next       take the change back, and make it in a new revision
            the code does not know 1 revision
              unknown    099
              next       deploy the version that has them, unless another application shares the history
            the database is not what the applied revisions declare
              missing    column account.email
              differs    column account.age
                           expected  missing
                           actual    age integer
                         column account.id: type
                           expected  bigint
                           actual    integer
              unknown    view few
              others     in no revision: table legacy
                         not in the model: trigger audit on table account
              next       bring the database back to what the revisions declare;
                         or declare the change in a revision, and record that with stamp("…")
            the revisions do not make what the model declares
              missing    column account.email
              differs    column account.age
                           expected  missing
                           actual    age integer
                         column account.id: type
                           expected  bigint
                           actual    integer
              kept       view few
              unused     note (it is theirs)
              remarks    no dialect knows the type of account.place
              next       generate a revision from the model, or correct the model\
            """);
  }

  @Test
  void eachPartAloneIsNotContent() {
    Drift drift = new Drift(DIFFERENCE, List.of(), List.of(), List.of());
    assertThat(check(drift, Optional.empty()).isContent()).isFalse();
    ModelCheck model = new ModelCheck(DIFFERENCE, List.of(), List.of(), List.of());
    assertThat(check(NO_DRIFT, Optional.of(model)).isContent()).isFalse();
    Check pending =
        new Check(
            List.of(pending("1", "1")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            NO_DRIFT,
            Optional.empty());
    assertThat(pending.isContent()).isFalse();
  }

  /** What may be anybody's, and what cannot be known, is said and does not count. */
  @Test
  void whatIsOnlyListedIsContent() {
    Drift drift =
        new Drift(
            NONE,
            List.of(ElementName.table(QualifiedName.of("legacy"))),
            List.of(UnmodelledElement.object("routine", "f", "")),
            List.of(ElementName.view(QualifiedName.of("few"))));
    assertThat(check(drift, Optional.empty()).isContent()).isTrue();
    assertThat(drift.toString()).contains("table legacy", "routine f", "view few");
  }

  @Test
  void aValidationSaysWhatToDo() {
    List<UnfinishedRevision> unfinished =
        List.of(new UnfinishedRevision(RevisionId.of("002"), "002", Direction.DOWN, 1));
    assertThat(new ValidationException(List.of(pending("3", "Three")), List.of(), List.of()))
        .hasMessage(
            """
            the database is not as the revisions of this application need it
              pending    3 (Three)
              left       nothing was changed
              next       call upgrade() where migrating is allowed, and start the application again\
            """);
    assertThat(new ValidationException(List.of(), List.of(), unfinished))
        .hasMessage(
            """
            the database is not as the revisions of this application need it
              begun      002 going down at statement 1
              left       nothing was changed
              next       wait until the other process has migrated; if there is none,
                         call upgrade() where migrating is allowed\
            """);
  }
}
