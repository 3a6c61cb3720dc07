/**
 * Changes that branches make, and whether a database agrees with the verdict on two of them.
 *
 * <p>Depends on {@link dev.migrate.report}, {@link dev.migrate.testkit.dialect.database} and the
 * API.
 */
@NullMarked
package dev.migrate.testkit.dialect.branch;

import org.jspecify.annotations.NullMarked;
