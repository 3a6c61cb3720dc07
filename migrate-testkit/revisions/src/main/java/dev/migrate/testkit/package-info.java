/**
 * Ready-made tests: what revisions and dialects must fulfil, and what a test of migrations
 * compares, counts and makes up.
 *
 * <p>Depends on {@link dev.migrate.engine}, {@link dev.migrate.report}, the API, JDBI and JUnit.
 */
@NullMarked
package dev.migrate.testkit;

import org.jspecify.annotations.NullMarked;
