package dev.migrate.engine.json;

import static dev.migrate.Ddl.bigint;
import static dev.migrate.Ddl.bool;
import static dev.migrate.Ddl.column;
import static dev.migrate.Ddl.expression;
import static dev.migrate.Ddl.integer;
import static dev.migrate.Ddl.nativeType;
import static dev.migrate.Ddl.smallint;
import static dev.migrate.Ddl.sql;
import static dev.migrate.Ddl.text;
import static dev.migrate.schema.DialectName.H2;
import static dev.migrate.schema.DialectName.MARIADB;
import static dev.migrate.schema.DialectName.MYSQL;
import static dev.migrate.schema.DialectName.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Ddl;
import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Recording.Downgrade;
import dev.migrate.Revision;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RunCode;
import dev.migrate.schema.DialectName;
import dev.migrate.schema.Literal;
import dev.migrate.schema.VaryingType;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DialectVariantsTest {

  private static final List<DialectName> ON_POSTGRESQL = List.of(POSTGRESQL);
  private static final List<DialectName> ON_MARIADB = List.of(MARIADB, MYSQL);

  @Test
  void variantsOfOtherDialectsDoNotAlarm() {
    sameOnPostgresql(
        op -> op.execute(sql("A")), op -> op.execute(sql("A").on(MARIADB, "B").on(MYSQL, "C")));
    sameOnPostgresql(
        op -> op.execute(sql("A").onlyOn(POSTGRESQL)),
        op -> op.execute(sql("A").onlyOn(POSTGRESQL, MARIADB)));
    sameOnPostgresql(op -> {}, op -> op.execute(sql("A").onlyOn(MARIADB)));
    sameOnPostgresql(op -> {}, op -> op.on(MARIADB, db -> db.dropTable("t")));
    sameOnPostgresql(op -> op.dropTable("t"), op -> op.on(POSTGRESQL, db -> db.dropTable("t")));
    sameOnPostgresql(
        op -> op.addColumn("t", column("c", text())),
        op -> op.addColumn("t", column("c", text().on(MYSQL, nativeType("mediumtext")))));
    sameOnPostgresql(
        op -> op.addColumn("t", column("c", integer()).defaultTo(Literal.of(1))),
        op ->
            op.addColumn(
                "t", column("c", integer()).defaultTo(Literal.of(1).on(MYSQL, expression("2")))));
    sameOnPostgresql(
        op -> op.createView("v", Ddl.view("SELECT 1")),
        op -> op.createView("v", Ddl.view(expression("SELECT 1").on(MYSQL, "SELECT 2"))));
    sameOnPostgresql(
        op -> op.execute(sql("A").means(m -> m.dropTable("t"))),
        op ->
            op.execute(
                sql("A")
                    .means(
                        m -> {
                          m.dropTable("t");
                          m.on(MARIADB, db -> db.dropTable("u"));
                        })));
  }

  @Test
  void variantThatRanDoesAlarm() {
    Consumer<Operations> before = op -> op.execute(sql("A").on(MYSQL, "B"));
    Consumer<Operations> after = op -> op.execute(sql("A").on(MYSQL, "C"));

    assertThat(digest(before, ON_MARIADB)).isNotEqualTo(digest(after, ON_MARIADB));
    assertThat(digest(before, ON_POSTGRESQL)).isEqualTo(digest(after, ON_POSTGRESQL));
  }

  @Test
  void mostSpecificNameComesFirst() {
    Consumer<Operations> both = op -> op.execute(sql("A").on(MYSQL, "B").on(MARIADB, "C"));

    assertThat(digest(both, ON_MARIADB)).isEqualTo(digest(op -> op.execute(sql("C")), ON_MARIADB));
    assertThat(digest(both, List.of(MYSQL)))
        .isEqualTo(digest(op -> op.execute(sql("B")), ON_MARIADB));
  }

  @Test
  void downgradeIsResolvedToo() {
    Operation group = recorded(op -> op.on(H2, db -> db.dropTable("t"))).upgrade().get(0);
    Recording recording =
        new Recording(List.of(), new Downgrade(List.of(group), true, List.of(group)));

    assertThat(RecordingJson.resolve(recording, ON_POSTGRESQL))
        .isEqualTo(new Recording(List.of(), Downgrade.DERIVED));
  }

  @Test
  void everySampleCanBeReadAfterResolving() {
    Recording all = new Recording(RecordingSamples.all(), Downgrade.DERIVED);
    for (List<DialectName> names :
        List.of(ON_POSTGRESQL, ON_MARIADB, List.of(H2), List.<DialectName>of())) {
      Recording resolved = RecordingJson.resolve(all, names);

      assertThat(RecordingJson.read(RecordingJson.write(resolved), 1)).isEqualTo(resolved);
      assertThat(RecordingJson.resolve(resolved, names)).isEqualTo(resolved);
    }
  }

  @Test
  void resolvingKeepsWhatDoesNotVaryAndTheCode() {
    Recording recording =
        recorded(
            op -> {
              op.dropTable("t");
              op.addColumn("t", column("c", bigint()).notNull());
              op.run(Ddl.code("x", context -> {}));
            });

    assertThat(RecordingJson.resolve(recording, ON_POSTGRESQL)).isSameAs(recording);
    RunCode code = (RunCode) recording.upgrade().get(2);
    assertThat(RecordingJson.isRunnable(code)).isTrue();
  }

  @Test
  void literalThatFitsOnlyAnotherVariantOfTheTypeCanBeRead() {
    Recording recording =
        recorded(
            op -> op.addColumn("t", column("c", bool().on(MYSQL, smallint())).defaultTo(true)));

    Recording resolved = RecordingJson.resolve(recording, ON_MARIADB);

    AddColumn added = (AddColumn) resolved.upgrade().get(0);
    assertThat(added.column().type()).isInstanceOf(VaryingType.class);
    assertThat(added.column().type().on(ON_MARIADB)).isEqualTo(smallint());
    assertThat(RecordingJson.read(RecordingJson.write(resolved), 1)).isEqualTo(resolved);
    sameOnPostgresql(
        op -> op.addColumn("t", column("c", bool()).defaultTo(true)),
        op -> op.addColumn("t", column("c", bool().on(MYSQL, smallint())).defaultTo(true)));
  }

  private static void sameOnPostgresql(Consumer<Operations> before, Consumer<Operations> after) {
    assertThat(digest(after, ON_POSTGRESQL)).isEqualTo(digest(before, ON_POSTGRESQL));
    assertThat(RecordingJson.resolve(recorded(after), ON_POSTGRESQL).upgrade())
        .isEqualTo(RecordingJson.resolve(recorded(before), ON_POSTGRESQL).upgrade());
  }

  private static String digest(Consumer<Operations> upgrade, List<DialectName> names) {
    return RecordingJson.digest(RecordingJson.resolve(recorded(upgrade), names).upgrade());
  }

  private static Recording recorded(Consumer<Operations> upgrade) {
    return Recording.of(Revision.of(Lineage.of("r").root(), upgrade));
  }
}
