package dev.migrate.spring;

import dev.migrate.error.Facts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of an application that is started for a command: {@code db} is the first that is
 * not an option. What stands before it are properties of the application, and what stands after it
 * belongs to the command.
 *
 * @param properties such as {@code --spring.profiles.active=test}
 * @param command such as {@code upgrade --sql}
 */
record DbArguments(List<String> properties, List<String> command) {

  private static final String DB = "db";

  DbArguments {
    properties = List.copyOf(properties);
    command = List.copyOf(command);
  }

  static Optional<DbArguments> of(String... arguments) {
    List<String> all = Arrays.asList(arguments);
    int place = 0;
    while (place < all.size() && all.get(place).startsWith("--")) {
      place++;
    }
    return place < all.size() && all.get(place).equals(DB)
        ? Optional.of(new DbArguments(all.subList(0, place), all.subList(place + 1, all.size())))
        : Optional.empty();
  }

  /** The warning of an application that starts although it was to run a command. */
  String ignored() {
    return Facts.of("the argument db was ignored, and the application started")
        .list("command", command)
        .next("add the module dev.migrate:migrate-commands to the dependencies")
        .toString();
  }
}
