package dev.migrate.dialect.mysql;

import dev.migrate.dialect.Statement;
import dev.migrate.dialect.Statement.Kind;
import dev.migrate.dialect.mysql.MysqlEffects.Effect;
import dev.migrate.schema.Literal;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** What one statement needs of its session. */
record MysqlNeeds(Statement statement) {

  private static final MysqlOperationEffects EFFECTS = new MysqlOperationEffects();

  /** An instant in a statement of the structure; as a default, MySQL takes it without its type. */
  private static final Pattern INSTANT =
      Pattern.compile("TIMESTAMP '|TIMESTAMP(\\(\\d\\))?( NOT)? NULL DEFAULT '");

  /**
   * A TIMESTAMP to which a server may give a default of its own. One that may be NULL is declared
   * so, see {@link MysqlDefinitions}.
   */
  private static final Pattern WITHOUT_DEFAULT =
      Pattern.compile("\\bTIMESTAMP\\b[^,]*? NOT NULL(?! DEFAULT)", Pattern.CASE_INSENSITIVE);

  private MysqlEffects effects() {
    return statement.part().accept(EFFECTS, MysqlEffects.NONE);
  }

  private boolean isStructure() {
    return statement.kind() == Kind.STRUCTURE;
  }

  /** Whether a lax mode could make other values or another structure of what is written. */
  boolean strictMode() {
    return statement.kind() != Kind.CHECK && (hasQuotes() || !leavesRows());
  }

  /** A backslash, or an empty text, which some modes read in another way. */
  private boolean hasQuotes() {
    return statement.sql().contains("\\\\") || statement.sql().contains("''");
  }

  private boolean leavesRows() {
    return effects().has(Effect.LEAVES_ROWS);
  }

  /** Whether a 0 is written, or is there, in an identity column. */
  boolean zeros() {
    MysqlEffects effects = effects();
    return effects.has(Effect.NUMBERS_ROWS)
        || effects.literals().stream().anyMatch(MysqlNeeds::isZero);
  }

  private static boolean isZero(Literal literal) {
    return literal.kind() == Literal.Kind.NUMBER && new BigDecimal(literal.text()).signum() == 0;
  }

  /** Whether a table may name its engine, for which a lax server would take another one. */
  boolean engine() {
    return effects().has(Effect.NAMES_ENGINE);
  }

  /** Whether a time is left out, which MySQL would round: the end of a day to the next one. */
  boolean days() {
    return effects().has(Effect.MAKES_DAYS);
  }

  /** Whether foreign keys must hold, or are looked at. */
  boolean foreignKeys() {
    return effects().has(Effect.CHECKS_FOREIGN_KEYS);
  }

  /**
   * Whether the time zone of the session counts, as it does where the server converts between
   * TIMESTAMP and other types. A definition that is restated may have a default that its operation
   * does not mention.
   */
  boolean utc() {
    MysqlEffects effects = effects();
    if (effects.has(Effect.CONVERTS_VALUES)) {
      return true;
    }
    return isStructure()
        ? INSTANT.matcher(statement.sql()).find()
        : effects.literals().stream()
            .anyMatch(l -> l.kind() == Literal.Kind.TIMESTAMP_WITH_TIME_ZONE);
  }

  /** Whether a column would get a default that no revision declared. */
  boolean explicitTimestamps() {
    return isStructure() && WITHOUT_DEFAULT.matcher(statement.sql()).find();
  }
}
