package dev.migrate.engine.plan;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Lineage;
import dev.migrate.Operations;
import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.schema.ElementName;
import dev.migrate.schema.QualifiedName;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ElementOriginsTest {

  private static final QualifiedName T = QualifiedName.of("t");
  private static final QualifiedName U = QualifiedName.of("u");

  private static ElementOrigins after(Consumer<Operations> change) {
    ElementOrigins origins = new ElementOrigins();
    Recording.of(Revision.of(Lineage.of("r").root(), change::accept))
        .upgrade()
        .forEach(origins::follow);
    return origins;
  }

  @Test
  void whatIsNotNamedIsWhatItWas() {
    ElementName column = ElementName.column(T, "a");
    assertThat(after(op -> {}).of(column)).contains(column);
    assertThat(after(op -> op.addColumn("t", column("b", integer()))).of(column)).contains(column);
  }

  @Test
  void partsFollowTheirTable() {
    ElementOrigins origins =
        after(
            op -> {
              op.renameColumn("t", "a", "b");
              op.renameConstraint("t", "ck", "ck2");
              op.renameIndex("t", "ix", "ix2");
              op.renameTable("t", "u");
              op.renameColumn("u", "b", "c");
            });
    assertThat(origins.of(ElementName.table(U))).contains(ElementName.table(T));
    assertThat(origins.of(ElementName.column(U, "c"))).contains(ElementName.column(T, "a"));
    assertThat(origins.of(ElementName.column(U, "z"))).contains(ElementName.column(T, "z"));
    assertThat(origins.of(ElementName.constraint(U, "ck2")))
        .contains(ElementName.constraint(T, "ck"));
    assertThat(origins.of(ElementName.index(U, "ix2"))).contains(ElementName.index(T, "ix"));
  }

  @Test
  void whatWasCreatedHasNoOrigin() {
    ElementOrigins origins =
        after(
            op -> {
              op.dropTable("t");
              op.createTable("t", column("a", integer()));
              op.addColumn("u", column("b", integer()));
              op.addUnique("u", unique("b"));
              op.createIndex("u", index("b"));
              op.execute(sql("CREATE VIEW v …").means(o -> o.createView("v", view("SELECT 1"))));
            });
    assertThat(origins.of(ElementName.table(T))).isEmpty();
    assertThat(origins.of(ElementName.column(T, "a"))).isEmpty();
    assertThat(origins.of(ElementName.column(U, "b"))).isEmpty();
    assertThat(origins.of(ElementName.constraint(U, "uq_u_b"))).isEmpty();
    assertThat(origins.of(ElementName.index(U, "ix_u_b"))).isEmpty();
    assertThat(origins.of(ElementName.view(QualifiedName.of("v")))).isEmpty();
    assertThat(origins.of(ElementName.column(U, "a"))).contains(ElementName.column(U, "a"));
  }

  @Test
  void aRenamedSchemaTakesItsObjectsAlong() {
    ElementOrigins origins =
        after(
            op -> {
              op.renameSequence("old.s", "s2");
              op.renameSchema("old", "between");
              op.renameSchema("between", "new");
            });
    assertThat(origins.of(ElementName.table(QualifiedName.in("new", "t"))))
        .contains(ElementName.table(QualifiedName.in("old", "t")));
    assertThat(origins.of(ElementName.sequence(QualifiedName.in("new", "s2"))))
        .contains(ElementName.sequence(QualifiedName.in("old", "s")));
    assertThat(origins.of(ElementName.namespace("new"))).contains(ElementName.namespace("old"));
  }
}
