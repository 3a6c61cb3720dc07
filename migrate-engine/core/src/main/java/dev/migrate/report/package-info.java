/**
 * The data that the engine works with and returns: plans, scripts, outcomes and exceptions.
 *
 * <p>Depends on {@link dev.migrate.model} and the API.
 */
@NullMarked
package dev.migrate.report;

import org.jspecify.annotations.NullMarked;
