/**
 * Ready-made tests: what a dialect must fulfil, and what a test of migrations compares, counts and
 * makes up. Depends on {@link dev.migrate.dialect}, {@link dev.migrate.operation}, {@link
 * dev.migrate.schema} and JUnit.
 */
@NullMarked
package dev.migrate.testkit;

import org.jspecify.annotations.NullMarked;
