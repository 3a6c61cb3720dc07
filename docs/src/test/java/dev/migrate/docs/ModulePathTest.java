package dev.migrate.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that is a module runs on the module path, and on an image of a few modules. */
class ModulePathTest {

  private static final String DESCRIPTOR =
      """
      // snippet: shop-module
      module shop {
        requires dev.migrate.engine; // and through it the API and java.sql
        requires dev.migrate.commands; // if it has the commands
        requires com.h2database; // for its data source; other drivers are found by themselves
        requires java.naming; // what that data source needs, and H2 does not declare

        exports shop.revision to
            dev.migrate.engine, // Revisions.beside(…) creates instances
            dev.migrate.generate; // generated revisions name the constants of others
      }
      // end
      """;

  private static final String MAIN =
      """
      package shop;

      import dev.migrate.commands.DbCommand;
      import dev.migrate.engine.Migrator;
      import dev.migrate.engine.Revisions;
      import org.h2.jdbcx.JdbcDataSource;
      import shop.revision.CreateProduct;

      public final class Shop {
        public static void main(String... arguments) {
          JdbcDataSource source = new JdbcDataSource();
          source.setURL(arguments[0]);
          Migrator migrator =
              Migrator.on(source).revisions(Revisions.beside(CreateProduct.class)).build();
          System.out.println(migrator.upgrade());
          System.out.println(migrator.current());
          System.out.println(migrator.downgrade("-1"));
          System.out.println(migrator.downgradeScript("base"));
          System.exit(DbCommand.of(() -> migrator).run("--help"));
        }
      }
      """;

  private static final String REVISION =
      """
      package shop.revision;

      import static dev.migrate.Ddl.*;

      import dev.migrate.*;

      public final class %1$s implements Revision {
        public static final RevisionId ID = RevisionId.of("%2$s");

        @Override
        public Lineage lineage() {
          return Lineage.of(ID).%3$s;
        }

        @Override
        public void upgrade(Operations op) {
          %4$s
        }
      }
      """;

  private static final Map<String, String> SOURCES =
      Map.of(
          "module-info.java",
          DESCRIPTOR,
          "shop/Shop.java",
          MAIN,
          "shop/revision/CreateProduct.java",
          REVISION.formatted(
              "CreateProduct",
              "001_create_product",
              "root()",
              "op.createTable(\"product\", column(\"id\", bigint()).identity(),"
                  + " primaryKey(\"id\"));"),
          "shop/revision/AddPrice.java",
          REVISION.formatted(
              "AddPrice",
              "002_add_price",
              "after(CreateProduct.ID)",
              "op.addColumn(\"product\", column(\"price\", decimal(10, 2)));"));

  @TempDir private static Path folder;

  private static Path shop;
  private static List<ModuleReference> modules;

  @BeforeAll
  static void compile() throws IOException {
    ModulePath path = ModulePath.read();
    assumeTrue(path.isComplete(), "the modules are compiled by Maven");
    modules = path.with(Set.of("dev.migrate.commands", "dev.migrate.dialect.h2"));
    shop = folder.resolve("shop");
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", shop.toString()));
    arguments.addAll(List.of("-p", ModulePath.argument(modules)));
    for (Map.Entry<String, String> source : SOURCES.entrySet()) {
      Path file = folder.resolve("sources").resolve(source.getKey());
      Files.createDirectories(file.getParent());
      arguments.add(Files.writeString(file, source.getValue()).toString());
    }
    tool("javac", arguments);
  }

  @Test
  void anApplicationRunsOnTheModulePath() throws Exception {
    requireRun(Path.of(System.getProperty("java.home")));
  }

  /** The image has the modules of the JDK; JDBI and H2 declare no modules and cannot be linked. */
  @Test
  void anApplicationRunsOnAnImageOfTheModulesThatItNeeds() throws Exception {
    assumeTrue(ToolProvider.findFirst("jlink").isPresent(), "this JDK has no jlink");
    Path jmods = Path.of(System.getProperty("java.home"), "jmods");
    boolean links = Files.isDirectory(jmods) || Runtime.version().feature() >= 24;
    assumeTrue(links, "this JDK has no modules to link");
    Path image = folder.resolve("image");
    String needed = String.join(",", ofTheJdk());
    tool("jlink", List.of("--add-modules", needed, "--output", image.toString()));

    assertThat(needed.split(","))
        .contains("java.sql", "java.naming")
        .doesNotContain("java.desktop");
    requireRun(image);
  }

  /** The JDK's modules among those that the application and its services resolve to. */
  private static List<String> ofTheJdk() {
    ModuleFinder system = ModuleFinder.ofSystem();
    Path[] places =
        Arrays.stream(path().split(File.pathSeparator)).map(Path::of).toArray(Path[]::new);
    return Configuration.empty()
        .resolve(ModuleFinder.of(places), system, Set.of("shop", "dev.migrate.dialect.h2"))
        .modules()
        .stream()
        .map(module -> module.name())
        .filter(name -> system.find(name).isPresent())
        .sorted()
        .toList();
  }

  @Test
  void whatCannotBeLinkedIsWhatThePageNames() throws IOException {
    assertThat(modules)
        .filteredOn(module -> module.descriptor().isAutomatic())
        .extracting(module -> module.descriptor().name())
        .containsExactly("com.h2database", "graph.support.core", "org.jdbi.v3.core");
  }

  private static String path() {
    return shop + File.pathSeparator + ModulePath.argument(modules);
  }

  private static void requireRun(Path home) throws Exception {
    Path output = folder.resolve(home.getFileName() + ".txt");
    Process process =
        new ProcessBuilder(
                home.resolve("bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-p",
                path(),
                "-m",
                "shop/shop.Shop",
                "jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    process.destroyForcibly();
    String text = Files.readString(output);

    assertThat(ended).as(text).isTrue();
    assertThat(process.exitValue()).as(text).isZero();
    assertThat(text)
        .contains("upgraded 001_create_product, 002_add_price in ")
        .contains("[[x] 002_add_price after 001_create_product (head), applied ")
        .contains("downgraded 002_add_price in ")
        .contains("DROP TABLE product")
        .contains("Usage: db ");
  }

  private static void tool(String name, List<String> arguments) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    int code =
        ToolProvider.findFirst(name).orElseThrow().run(out, out, arguments.toArray(String[]::new));
    assertThat(code)
        .as(arguments.stream().collect(Collectors.joining(" ", name + " ", "\n")) + text)
        .isZero();
  }
}
