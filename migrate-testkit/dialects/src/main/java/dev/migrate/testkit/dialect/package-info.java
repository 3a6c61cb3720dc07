/**
 * What every dialect must do, as tests that run on its database.
 *
 * <p>Depends on {@link dev.migrate.engine}, {@link dev.migrate.report}, {@link
 * dev.migrate.testkit}, the API, JDBI and JUnit.
 */
@NullMarked
package dev.migrate.testkit.dialect;

import org.jspecify.annotations.NullMarked;
