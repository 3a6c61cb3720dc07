/**
 * What MySQL and MariaDB do differently from the standard: types, names, statements, catalogue,
 * lock. One dialect for both servers; what they do differently from each other is decided by {@code
 * MysqlServer}.
 *
 * <p>Depends on {@link dev.migrate.dialect.ansi} and the API.
 */
@NullMarked
package dev.migrate.dialect.mysql;

import org.jspecify.annotations.NullMarked;
