/**
 * What every dialect must do: {@link dev.migrate.testkit.dialect.contract.DialectSuite} is all of
 * it.
 *
 * <p>Depends on {@link dev.migrate.engine}, {@link dev.migrate.model}, {@link dev.migrate.report},
 * {@link dev.migrate.testkit}, {@link dev.migrate.testkit.dialect.branch}, {@link
 * dev.migrate.testkit.dialect.database}, {@link dev.migrate.testkit.dialect.jdbc}, {@link
 * dev.migrate.testkit.dialect.process}, {@link dev.migrate.testkit.dialect.sample}, the API, JDBI
 * and JUnit.
 */
@NullMarked
package dev.migrate.testkit.dialect.contract;

import org.jspecify.annotations.NullMarked;
