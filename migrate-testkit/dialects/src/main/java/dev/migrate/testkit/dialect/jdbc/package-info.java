/**
 * Data sources that count, fail, or lend one connection.
 *
 * <p>Depends on the API and JUnit.
 */
@NullMarked
package dev.migrate.testkit.dialect.jdbc;

import org.jspecify.annotations.NullMarked;
