package dev.migrate.dialect.sqlite;

import java.util.Set;

/**
 * The words that SQLite does not take as bare names, in lower case: those of <a
 * href="https://www.sqlite.org/lang_keywords.html">its keywords</a> that the parser does not fall
 * back to a name for, and {@code true} and {@code false}.
 */
final class SqliteReservedWords {

  private SqliteReservedWords() {}

  static final Set<String> ALL =
      Set.of(
          """
          add all alter and as autoincrement between case cast check collate commit constraint
          create current_date current_time current_timestamp default deferrable delete distinct
          drop else escape except exists false foreign from group having if in index insert
          intersect into is isnull join limit not nothing notnull null on or order primary raise
          references returning select set table then to transaction true union unique update
          using values when where\
          """
              .split("\\s+"));
}
