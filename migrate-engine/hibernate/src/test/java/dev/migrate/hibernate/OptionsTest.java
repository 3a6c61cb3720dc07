package dev.migrate.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.schema.Schema;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Options of mappings are not taken over, and that is told. */
class OptionsTest {

  /** Has an option wherever it can. */
  @Entity
  @Table(
      name = "account",
      options = "fillfactor 70",
      check = @CheckConstraint(name = "ck_a", constraint = "name <> ''", options = "not valid"),
      indexes = @Index(name = "ix_a", columnList = "name", options = "tablespace one"),
      uniqueConstraints =
          @UniqueConstraint(name = "uq_a", columnNames = "name", options = "tablespace two"))
  public static class Account {
    @Id
    @GeneratedValue
    @SequenceGenerator(sequenceName = "account_seq", options = "cycle")
    Long id;

    @Column(options = "storage plain")
    String name;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(name = "fk_a", options = "deferrable"))
    Account parent;
  }

  private static List<String> remarks(Class<?> entity) {
    return HibernateModel.of(entity).declared(Dialects.POSTGRESQL, Schema.empty()).remarks();
  }

  @Test
  void eachIsTold() {
    assertThat(remarks(Account.class))
        .filteredOn(remark -> remark.startsWith("the mappings have options"))
        .singleElement()
        .asString()
        .contains(
            "table account (fillfactor 70)",
            "column account.name (storage plain)",
            "check ck_a of account (not valid)",
            "index ix_a of account (tablespace one)",
            "unique key uq_a of account (tablespace two)",
            "foreign key fk_a of account (deferrable)",
            "sequence account_seq (cycle)");
  }

  /** Has none. */
  @Entity
  public static class Plain {
    @Id Long id;
  }

  @Test
  void nothingIsToldWithoutOptions() {
    assertThat(remarks(Plain.class)).noneMatch(remark -> remark.contains("options"));
  }
}
