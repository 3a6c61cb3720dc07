package dev.migrate.dialect.h2;

import java.util.Set;

/**
 * The words that H2 does not take as bare names, in lower case: its keywords by <a
 * href="https://h2database.com/html/advanced.html#keywords">the manual</a>, those in the columns
 * for H2 alone.
 */
final class H2ReservedWords {

  private H2ReservedWords() {}

  static final Set<String> ALL =
      Set.of(
          """
          all and any array as asymmetric authorization between case cast check constraint cross
          current_catalog current_date current_path current_role current_schema current_time
          current_timestamp current_user day default distinct else end except exists false fetch
          for foreign from full group having hour if in inner intersect interval is join key left
          like limit localtime localtimestamp minus minute month natural not null offset on or
          order primary qualify right row rownum second select session_user set some symmetric
          system_user table to top true uescape union unique unknown user using value values when
          where window with year _rowid_\
          """
              .split("\\s+"));
}
