/**
 * SQL texts taken apart: tokens, and which of them are the name of a certain column, table, type,
 * sequence, schema or label. There is no full grammar of any database in here; what is not certain
 * is reported as unclear, never guessed.
 *
 * <p>Depends on the JDK alone.
 */
@NullMarked
package dev.migrate.sql;

import org.jspecify.annotations.NullMarked;
