/** The commands of a migration tool inside an application. */
module dev.migrate.commands {
  requires static org.jspecify;
  requires info.picocli;
  requires transitive dev.migrate.generate;

  exports dev.migrate.commands;

  opens dev.migrate.commands to
      info.picocli;
}
