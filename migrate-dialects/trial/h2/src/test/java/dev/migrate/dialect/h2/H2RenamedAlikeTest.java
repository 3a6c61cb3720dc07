package dev.migrate.dialect.h2;

import static dev.migrate.Ddl.check;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.index;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.primaryKey;
import static dev.migrate.Ddl.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Revision;
import dev.migrate.engine.Migrator;
import dev.migrate.report.PlanException;
import dev.migrate.testkit.Databases;
import dev.migrate.testkit.dialect.contract.DatabaseContract;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** H2 stores {@code name} and {@code NAME} alike, and says of such a new name that it is taken. */
class H2RenamedAlikeTest implements DatabaseContract {

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }

  private Migrator migrator(Consumer<Operations> rename) {
    return migrator(
        emptyDatabase(),
        Revision.of(
            Lineage.of("r1").root(),
            op -> {
              op.createTable(
                  "t",
                  column("id", integer()),
                  primaryKey("id").named("pk"),
                  check("id > 0").named("ck"),
                  index("id").named("ix"));
              op.createTable("u", column("id", integer()));
              op.createView("v", view("SELECT id FROM t").reads("t"));
              op.createSchema("s");
            }),
        Revision.of(Lineage.of("r2").after("r1"), rename::accept));
  }

  static Stream<Consumer<Operations>> alike() {
    return Stream.of(
        op -> op.renameTable("u", "U"),
        op -> op.renameIndex("t", "ix", "IX"),
        op -> op.renameConstraint("t", "ck", "CK"),
        op -> op.renameConstraint("t", "pk", "PK"),
        op -> op.renameView("v", "V"),
        op -> op.renameSchema("s", "S"));
  }

  @ParameterizedTest
  @MethodSource("alike")
  void isRefusedBeforeAnythingRan(Consumer<Operations> rename) {
    Migrator migrator = migrator(rename);
    migrator.upgrade("r1");
    assertThatThrownBy(migrator::upgrade)
        .isInstanceOf(PlanException.class)
        .hasMessageContaining("whose names H2 stores alike")
        .hasMessageContaining("nothing ran");
    assertThat(migrator.history()).anyMatch(each -> each.toString().startsWith("[ ] r2"));
  }

  static Stream<Consumer<Operations>> different() {
    return Stream.of(
        op -> op.renameTable("u", "Uu"),
        op -> op.renameIndex("t", "ix", "Ix"),
        op -> op.renameConstraint("t", "ck", "Ck"),
        op -> op.renameView("v", "Vv"),
        op -> op.renameSchema("s", "Ss"),
        op -> op.renameColumn("u", "id", "ID"));
  }

  @ParameterizedTest
  @MethodSource("different")
  void anotherSpellingIsAnotherName(Consumer<Operations> rename) {
    Migrator migrator = migrator(rename);
    migrator.upgrade();
    assertThat(migrator.drift().isEmpty()).isTrue();
    migrator.downgrade("r1");
    assertThat(migrator.drift().isEmpty()).isTrue();
  }
}
