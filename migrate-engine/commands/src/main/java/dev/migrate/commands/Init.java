package dev.migrate.commands;

import dev.migrate.engine.Migrator;
import dev.migrate.error.DefinitionException;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * {@code db init} where the application has no class with the commands yet; a main class.
 *
 * <pre>{@code
 * mvn -q exec:java -Dexec.mainClass=dev.migrate.commands.Init -Dexec.args="--package com.acme.shop"
 * }</pre>
 */
public final class Init {

  private static final String COMMAND = "init";

  private Init() {}

  /**
   * Runs {@code db init}, and ends the process with its exit code.
   *
   * @param arguments the options of {@code db init}, with or without the word {@code init}
   */
  public static void main(String... arguments) {
    System.exit(run(DbCommand.of(Init::noMigrator), arguments));
  }

  static int run(DbCommand db, String... arguments) {
    boolean named = arguments.length > 0 && arguments[0].equals(COMMAND);
    Stream<String> options = Arrays.stream(arguments).skip(named ? 1 : 0);
    return db.run(Stream.concat(Stream.of(COMMAND), options).toArray(String[]::new));
  }

  private static Migrator noMigrator() {
    throw new DefinitionException(
        "there is no application yet", "run db init, and then the commands of its class Db");
  }
}
