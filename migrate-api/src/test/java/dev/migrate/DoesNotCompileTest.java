package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot mean anything does not compile. */
class DoesNotCompileTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lineage lineage = Lineage.of(\"a\");",
        "Lineage.of(\"a\").after();",
        "Lineage.of(\"a\").root().dependsOn();",
        "Lineage.of(\"a\").root().label();",
        "Lineage.of(\"a\").label(\"x\");",
        "Revision.of(Lineage.of(\"a\"), op -> {});",
        "op.addForeignKey(\"t\", foreignKey(\"a\"));",
        "op.createTable(\"t\", foreignKey(\"a\"));",
        "op.createTable(\"t\");",
        "op.createTable(\"t\", type(text()));",
        "op.alterColumn(\"t\", \"a\");",
        "op.alterColumn(\"t\", \"a\", primaryKey(\"a\"));",
        "op.addUnique(\"t\", primaryKey(\"a\"));",
        "primaryKey();",
        "unique();",
        "foreignKey();",
        "index();",
        "columns();",
        "op.createEnumType(\"t\");",
        "op.insert(\"t\", columns(\"a\"));",
        "op.delete(\"t\", columns(\"a\"));",
        "op.update(\"t\", set(\"a\", 1));",
        "set(\"a\", 1).and(\"b\", 2);",
        "op.addColumn(\"t\", \"a\");",
        "column(\"a\");",
        "op.execute(\"DROP TABLE t\");",
        "sql(\"X\").onlyOn();",
        "index(\"a\").including();",
        "op.createView(\"v\", \"SELECT 1\");",
        "op.createTable(\"t\", column(\"a\", text()).was(\"b\"));",
        "op.addColumn(\"t\", column(\"a\", text()).was(\"b\"));",
        "table(\"t\");",
        "table(\"t\", type(text()));",
      })
  void thisIsRefusedByTheCompiler(String statement) {
    assertThat(errors(statement)).isNotEmpty();
  }

  @Test
  void aMeaningfulOneCompiles() {
    assertThat(
            errors(
                """
                Lineage lineage = Lineage.of("a").after("b").dependsOn("c").label("d");
                Revision.of(lineage, o -> {});
                op.createTable("t", column("a", text()), foreignKey("a").references("b"));
                op.alterColumn("t", "a", type(text()), notNull());
                op.update("t", set("a", 1).where("b", 2).and("c", null));
                op.insert("t", columns("a"), row(1));
                op.execute(sql("X").onlyOn(H2));
                op.createIndex("t", index("a").including("b"));
                table("t", column("a", text()).was("b"), primaryKey("a")).was("s");
                """))
        .isEmpty();
  }

  private static List<String> errors(String statements) {
    String source =
        "import dev.migrate.*; import static dev.migrate.Ddl.*;\n"
            + "class Snippet { void body(Operations op) {\n"
            + statements
            + "\n}}";
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    String api = Ddl.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    compiler
        .getTask(
            null,
            null,
            found,
            List.of("-proc:none", "-implicit:none", "-d", "target", "-cp", api),
            null,
            List.of(file))
        .call();
    return found.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(diagnostic -> diagnostic.getMessage(null))
        .toList();
  }
}
