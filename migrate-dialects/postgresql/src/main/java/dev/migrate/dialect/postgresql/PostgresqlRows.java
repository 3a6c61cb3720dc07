package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.ansi.AnsiRows;
import dev.migrate.schema.CharacterType;
import dev.migrate.schema.Column;
import dev.migrate.schema.DataType;
import dev.migrate.schema.NativeType;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import java.util.Optional;
import java.util.regex.Pattern;

/** How PostgreSQL changes rows. */
final class PostgresqlRows extends AnsiRows {

  private static final Pattern CITEXT =
      Pattern.compile("(?:\\w+\\.)?\"?citext\"?", Pattern.CASE_INSENSITIVE);

  private final PostgresqlDefinitions words;

  PostgresqlRows(PostgresqlDefinitions words) {
    super(words);
    this.words = words;
  }

  /**
   * A collation of its own may be nondeterministic, and take different texts for equal.
   *
   * @see <a href="https://www.postgresql.org/docs/current/collation.html">23.2.2.4 Nondeterministic
   *     Collations</a>
   */
  @Override
  protected Optional<String> exact(Column column) {
    DataType type = column.type().on(words.dialects());
    String name = words.names().name(column.name());
    if (type instanceof NativeType other && CITEXT.matcher(other.sql()).matches()) {
      return Optional.of("CAST(" + name + " AS text) COLLATE \"C\"");
    }
    boolean text = type == SimpleType.TEXT || type instanceof CharacterType;
    return text && column.collation().isPresent()
        ? Optional.of(name + " COLLATE \"C\"")
        : Optional.empty();
  }

  /**
   * The sequence of an identity depends on its column internally; what it stands at only it knows,
   * so a number is taken and given back. Up or down, as it counts.
   *
   * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-depend.html">52.18
   *     pg_depend</a>
   */
  @Override
  protected Optional<String> goOn(Table table, Column identity) {
    String name = words.names().name(table.name());
    String column = words.names().name(identity.name());
    return Optional.of(
        """
        SELECT CASE WHEN (last - next) * step >= 0 THEN setval(seq, last)
                    ELSE setval(seq, next, false) END
          FROM (SELECT seq, last, step, nextval(seq) AS next
                  FROM (SELECT s.seqrelid::regclass AS seq, sign(s.seqincrement)::int AS step,
                               CASE WHEN s.seqincrement > 0 THEN (SELECT max(%2$s) FROM %1$s)
                                    ELSE (SELECT min(%2$s) FROM %1$s) END AS last,
                               s.seqmin, s.seqmax
                          FROM pg_sequence s
                          JOIN pg_depend d ON d.objid = s.seqrelid
                          JOIN pg_attribute a
                            ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                         WHERE d.classid = 'pg_class'::regclass
                           AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'i'
                           AND d.refobjid = %3$s::regclass AND a.attname = %4$s) AS identity
                 WHERE last BETWEEN seqmin AND seqmax
                   AND (last - coalesce(pg_sequence_last_value(seq), last - step)) * step > 0
                OFFSET 0) AS numbers\
        """
            .formatted(
                name, column, words.literals().text(name), words.literals().text(identity.name())));
  }
}
