/**
 * What one call works with: its settings, its connection with the history, its progress.
 *
 * <p>Depends on {@link dev.migrate.engine.connect}, {@link dev.migrate.engine.history}, {@link
 * dev.migrate.engine.json}, {@link dev.migrate.engine.plan}, {@link dev.migrate.engine.render},
 * {@link dev.migrate.report}, the API and SLF4J.
 */
@NullMarked
package dev.migrate.engine.context;

import org.jspecify.annotations.NullMarked;
