package dev.migrate.commands;

import dev.migrate.error.Facts;

/** What to do where the migrator has no revision. */
final class NoRevisions {

  static final Facts FACTS =
      Facts.of("there are no revisions")
          .with("looked in", "the revisions that the migrator was built with: revisions(…)")
          .next(
              "write the first one with db migrate -m \"…\" or db revision -m \"…\",\n"
                  + "and add it to that list");

  static final String TEXT = FACTS.toString();

  private NoRevisions() {}
}
