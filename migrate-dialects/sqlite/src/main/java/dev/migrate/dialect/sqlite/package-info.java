/**
 * What SQLite does differently from the standard: renders, inspects, stores and locks. Depends on
 * {@link dev.migrate.dialect} and the standard dialect; nothing depends on it, and it needs no
 * SQLite driver to compile.
 */
@NullMarked
package dev.migrate.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
