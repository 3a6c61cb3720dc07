/**
 * Ready-made tests of revisions, and scenarios of them on a database.
 *
 * <p>Depends on {@link dev.migrate.engine}, {@link dev.migrate.model}, {@link dev.migrate.report},
 * the API and JUnit.
 */
@NullMarked
package dev.migrate.testkit;

import org.jspecify.annotations.NullMarked;
