package dev.migrate.guide.start;

import static dev.migrate.Ddl.*;

import dev.migrate.commands.DbCommand;
import dev.migrate.engine.Migrator;
import dev.migrate.engine.Revisions;
import org.jdbi.v3.core.Jdbi;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** How {@code db} is started. */
final class WaysIn {

  private WaysIn() {}

  // snippet: way-main
  public static void main(String... arguments) {
    System.exit(DbCommand.of(WaysIn::migrator).model(LoopTest.MODEL).dialect(H2).run(arguments));
  }

  static Migrator migrator() {
    String url = System.getenv().getOrDefault("JDBC_URL", "jdbc:h2:mem:");
    return Migrator.on(Jdbi.create(url)).revisions(Revisions.beside(CreateAccount.class)).build();
  }

  // end

  @Command(name = "shop")
  static final class Shop {}

  static int shop(String... arguments) {
    // snippet: way-picocli
    CommandLine shop = new CommandLine(new Shop());
    shop.addSubcommand("db", DbCommand.of(WaysIn::migrator));
    return shop.execute(arguments); // shop db upgrade
    // end
  }
}
