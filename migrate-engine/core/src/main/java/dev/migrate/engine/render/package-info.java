/**
 * Renders plans as scripts: the same statements whether they are executed or printed.
 *
 * <p>Depends on {@link dev.migrate.engine.history}, {@link dev.migrate.engine.json}, {@link
 * dev.migrate.report} and the API.
 */
@NullMarked
package dev.migrate.engine.render;

import org.jspecify.annotations.NullMarked;
