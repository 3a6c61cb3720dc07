/**
 * A database of a test: how to run something on it and how to look at it.
 *
 * <p>Depends on {@link dev.migrate.engine}, {@link dev.migrate.report}, {@link
 * dev.migrate.testkit}, {@link dev.migrate.testkit.dialect.jdbc}, the API and JUnit.
 */
@NullMarked
package dev.migrate.testkit.dialect.database;

import org.jspecify.annotations.NullMarked;
