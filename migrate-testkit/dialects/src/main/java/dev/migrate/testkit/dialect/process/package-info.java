/**
 * Processes of their own that migrate one database at the same time, and can be killed.
 *
 * <p>Depends on {@link dev.migrate.engine}, {@link dev.migrate.report}, {@link
 * dev.migrate.testkit}, {@link dev.migrate.testkit.dialect.database}, the API and JUnit.
 */
@NullMarked
package dev.migrate.testkit.dialect.process;

import org.jspecify.annotations.NullMarked;
