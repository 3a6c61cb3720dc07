package dev.migrate.dialect.mysql;

import dev.migrate.schema.Literal;
import java.util.List;
import java.util.Set;

/**
 * What an operation does that depends on the settings of the session. Immutable.
 *
 * @param effects what it does
 * @param literals the constants that it writes into rows or compares them with
 */
record MysqlEffects(Set<Effect> effects, List<Literal> literals) {

  enum Effect {
    /** It neither changes a row nor has a limit beyond which a lax server gives less. */
    LEAVES_ROWS,
    /** It makes a column an identity, which numbers the rows that are there. */
    NUMBERS_ROWS,
    /** It may name an engine, for which a lax server would take another one. */
    NAMES_ENGINE,
    /** It checks foreign keys. */
    CHECKS_FOREIGN_KEYS,
    /** It converts values to another type. */
    CONVERTS_VALUES,
    /** It makes days of them. */
    MAKES_DAYS
  }

  static final MysqlEffects NONE = new MysqlEffects(Set.of(), List.of());

  static final MysqlEffects LEAVES_ROWS = of(Effect.LEAVES_ROWS);

  MysqlEffects {
    effects = Set.copyOf(effects);
    literals = List.copyOf(literals);
  }

  static MysqlEffects of(Effect effect) {
    return new MysqlEffects(Set.of(effect), List.of());
  }

  boolean has(Effect effect) {
    return effects.contains(effect);
  }
}
