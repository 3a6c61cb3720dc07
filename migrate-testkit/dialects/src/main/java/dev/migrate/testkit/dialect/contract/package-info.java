/**
 * What every dialect must do: {@link dev.migrate.testkit.dialect.contract.DialectSuite} is all of
 * it.
 */
@NullMarked
package dev.migrate.testkit.dialect.contract;

import org.jspecify.annotations.NullMarked;
