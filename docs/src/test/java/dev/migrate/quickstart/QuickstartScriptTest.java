package dev.migrate.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.Recording;
import dev.migrate.Revision;
import dev.migrate.dialect.DatabaseProduct;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.DialectProvider;
import dev.migrate.engine.Migrator;
import dev.migrate.operation.Operation;
import dev.migrate.report.Script;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.testkit.SchemaAssert;
import dev.migrate.testkit.dialect.contract.VendorClient;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import javax.sql.DataSource;
import org.h2.tools.RunScript;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The scripts of the quickstart, run by the vendors' clients. */
class QuickstartScriptTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void theScriptDoesWhatTheCallDoes(StoreDatabase database) throws Exception {
    try (Store store = database.open(folder)) {
      DataSource source = store.dataSource();
      Migrator migrator = Migrator.on(source).revisions(Chinook.revisions()).build();
      run(database, source, migrator.upgradeScript());
      SchemaAssert.assertThat(seen(source)).isEqualTo(declared(source));
      assertThat(migrator.upgrade().isEmpty()).isTrue();
      run(database, source, migrator.downgradeScript("base"));
      SchemaAssert.assertThat(seen(source)).isEqualTo(Schema.empty());
      assertThat(migrator.upgrade().revisions()).hasSize(Chinook.revisions().size());
    }
  }

  private void run(StoreDatabase database, DataSource source, Script script) throws Exception {
    Path file = folder.resolve("quickstart.sql");
    script.writeTo(file);
    switch (database) {
      case H2 -> {
        try (Connection connection = source.getConnection();
            var reader = Files.newBufferedReader(file)) {
          RunScript.execute(connection, reader);
        }
      }
      case SQLITE -> execute(file, "sqlite3", folder.resolve("chinook.db").toString());
      case POSTGRESQL -> {
        int port = ((PGSimpleDataSource) source).getPortNumbers()[0];
        List<String> server = List.of("-h", "localhost", "-p", "" + port, "-U", "postgres");
        List<String> more = new ArrayList<>(server);
        more.addAll(List.of("-X", "-f", file.toString(), "postgres"));
        execute(file, "psql", more.toArray(new String[0]));
      }
      case MARIADB -> {
        String port = ((MariaDbDataSource) source).getUrl().replaceAll(".*:(\\d+)/.*", "$1");
        String client = folder.resolve("server/bin/mariadb").toString();
        String[] more = {"--no-defaults", "--skip-ssl", "--protocol=tcp", "--port=" + port};
        List<String> command = new ArrayList<>(List.of(client));
        command.addAll(List.of(more));
        command.addAll(List.of("--user=root", "chinook"));
        require(VendorClient.execute(file, true, command));
      }
    }
  }

  private static void execute(Path file, String program, String... arguments) throws IOException {
    Optional<Path> found =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .map(each -> Path.of(each, program))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(found.isPresent(), "there is no " + program + " on the path");
    List<String> command = new ArrayList<>(List.of(found.orElseThrow().toString()));
    command.addAll(List.of(arguments));
    require(VendorClient.execute(file, program.equals("sqlite3"), command));
  }

  private static void require(VendorClient.Result result) {
    assertThat(result.succeeded()).as(result.output()).isTrue();
  }

  private static Dialect dialect(Connection connection) throws SQLException {
    DatabaseProduct product = DatabaseProduct.of(connection.getMetaData());
    return ServiceLoader.load(DialectProvider.class).stream()
        .map(provider -> provider.get().dialectFor(product))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow();
  }

  private static Schema seen(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      Dialect dialect = dialect(connection);
      Schema schema = dialect.inspector().inspect(connection, Set.of());
      for (QualifiedName name : schema.names()) {
        schema = name.name().startsWith("migrate_history") ? schema.without(name) : schema;
      }
      return dialect.canonical(schema);
    }
  }

  private static Schema declared(DataSource source) throws SQLException {
    Schema schema = Schema.empty();
    for (Revision revision : Chinook.revisions()) {
      for (Operation operation : Recording.of(revision).upgrade()) {
        schema = operation.applyTo(schema);
      }
    }
    try (Connection connection = source.getConnection()) {
      return dialect(connection).canonical(schema);
    }
  }
}
