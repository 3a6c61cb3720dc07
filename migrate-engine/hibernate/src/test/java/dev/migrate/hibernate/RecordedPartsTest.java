package dev.migrate.hibernate;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.expression;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.sequence;
import static dev.migrate.Ddl.table;
import static dev.migrate.Ddl.unique;
import static dev.migrate.Ddl.varchar;
import static dev.migrate.Ddl.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.model.DeclaredSchema;
import dev.migrate.model.Model;
import dev.migrate.model.ModelComparison;
import dev.migrate.schema.Schema;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.junit.jupiter.api.Test;

/** What mappings have no words for stays as the revisions make it; what they dropped does not. */
class RecordedPartsTest {

  /** As the revisions make it, in the words that mappings have. */
  @Entity
  @jakarta.persistence.Table(name = "account")
  public static class Account {
    @Id Long id;

    @Column(length = 100, unique = true)
    String email;
  }

  private static DeclaredSchema declared(Schema recorded) {
    return HibernateModel.of(Account.class).declared(Dialects.POSTGRESQL, recorded);
  }

  private static String difference(Schema recorded) {
    return ModelComparison.of(recorded, declared(recorded), Dialects.POSTGRESQL)
        .difference()
        .toString();
  }

  @Test
  void whatHasNoWordStays() {
    Schema recorded =
        Model.of(
                table(
                    "account",
                    column("id", bigint()).comment("the key"),
                    column("email", varchar(100)).collate("C"),
                    primaryKey("id").named("pk_old"),
                    unique("email").named("uq_old").deferrable(),
                    index("email").where("email IS NOT NULL").named("ix_partial"),
                    index(expression("lower(email)")).named("ix_lower"),
                    index("email").using("hash").named("ix_hash")),
                table("audit", column("id", bigint())))
            .with(sequence("numbers").startingAt(5))
            .withEnumType("mood", "good", "bad")
            .withView("emails", view("SELECT email FROM account").reads("account"))
            .schema();
    assertThat(difference(recorded)).isEqualTo("no difference");
    assertThat(declared(recorded).leftAlone().toString())
        .contains("ix_partial", "ix_lower", "ix_hash", "audit", "numbers", "mood", "emails")
        .doesNotContain("uq_old");
  }

  @Test
  void whatMappingsCouldSayAndDoNotIsDropped() {
    Schema recorded =
        Model.of(
                table(
                    "account",
                    column("id", bigint()),
                    column("email", varchar(100)),
                    column("name", varchar(100)),
                    primaryKey("id"),
                    unique("email"),
                    index("name").named("ix_name")))
            .schema();
    assertThat(difference(recorded)).contains("account.name", "ix_name");
    assertThat(declared(recorded).leftAlone()).isEmpty();
  }

  @Test
  void aUniqueIndexIsAUniqueKey() {
    Schema recorded =
        Model.of(
                table(
                    "account",
                    column("id", bigint()),
                    column("email", varchar(100)),
                    primaryKey("id"),
                    index("email").unique().named("ux_email")))
            .schema();
    assertThat(difference(recorded)).isEqualTo("no difference");
  }
}
