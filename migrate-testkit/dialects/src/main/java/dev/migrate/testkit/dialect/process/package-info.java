/**
 * Processes of their own that migrate one database at the same time, and can be killed.
 *
 * <p>Depends on {@link dev.migrate.testkit.dialect.database}, {@link dev.migrate.engine}, {@link
 * dev.migrate.report}, {@link dev.migrate.testkit}, the API and JUnit.
 */
@NullMarked
package dev.migrate.testkit.dialect.process;

import org.jspecify.annotations.NullMarked;
