/**
 * From a plan to a script: the same statements whether they are printed or run.
 *
 * <p>Stands on {@link dev.migrate.engine.history}, {@link dev.migrate.engine.json}, {@link
 * dev.migrate.report} and the API.
 */
@NullMarked
package dev.migrate.engine.render;

import org.jspecify.annotations.NullMarked;
