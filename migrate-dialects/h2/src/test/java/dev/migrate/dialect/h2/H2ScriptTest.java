package dev.migrate.dialect.h2;

import static dev.migrate.Ddl.sql;

import dev.migrate.Operations;
import dev.migrate.dialect.Dialect;
import dev.migrate.schema.DialectName;
import dev.migrate.testkit.Databases;
import dev.migrate.testkit.ScriptContract;
import dev.migrate.testkit.UrlDataSource;
import dev.migrate.testkit.VendorClient;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.tools.RunScript;

class H2ScriptTest implements ScriptContract {

  @Override
  public Dialect dialect() {
    return new H2DialectProvider().dialect(DialectName.H2);
  }

  @Override
  public DataSource emptyDatabase() {
    return Databases.h2();
  }

  @Override
  public VendorClient client() {
    return H2ScriptTest::run;
  }

  private static VendorClient.Result run(DataSource database, Path script, VendorClient.Mode mode) {
    UrlDataSource source = (UrlDataSource) database;
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-url", source.url(), "-user", source.user()));
    arguments.addAll(List.of("-script", script.toString()));
    if (mode == VendorClient.Mode.GOING_ON) {
      arguments.add("-continueOnError");
    }
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    RunScript runScript = new RunScript();
    runScript.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
    try {
      runScript.runTool(arguments.toArray(new String[0]));
      return new VendorClient.Result(true, output.toString(StandardCharsets.UTF_8));
    } catch (SQLException failure) {
      return new VendorClient.Result(false, output.toString(StandardCharsets.UTF_8) + failure);
    }
  }

  @Override
  public void ownStatements(Operations op) {
    op.execute(
        sql("INSERT INTO note (id, body) VALUES (3, $$a;b -- c$$), (4,$$x;y$$)")
            .reads("note")
            .writes("note")
            .undoneBy("DELETE FROM note WHERE id IN (3, 4)"));
    op.execute(
        sql("UPDATE note SET n = 4 // all; of 'them")
            .reads("note")
            .writes("note", "n")
            .needsNoUndo());
    op.execute(
        sql("UPDATE note SET n = /** it's; a comment **/ n + 1")
            .reads("note")
            .writes("note", "n")
            .needsNoUndo());
  }
}
