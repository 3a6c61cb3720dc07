/**
 * What SQLite does differently from the standard: renders, inspects, stores and locks.
 *
 * <p>Depends on {@link dev.migrate.dialect.ansi} and the API.
 */
@NullMarked
package dev.migrate.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
