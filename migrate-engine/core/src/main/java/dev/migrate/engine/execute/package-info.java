/**
 * Executes the statements of a script and keeps the history step by step, so that another process
 * can go on after a crash.
 *
 * <p>Depends on {@link dev.migrate.engine.connect}, {@link dev.migrate.engine.context}, {@link
 * dev.migrate.engine.history}, {@link dev.migrate.engine.render}, {@link dev.migrate.report}, the
 * API and JDBI.
 */
@NullMarked
package dev.migrate.engine.execute;

import org.jspecify.annotations.NullMarked;
