/**
 * What flows through the engine and what users read: plans, scripts, outcomes, and the errors.
 *
 * <p>Stands on {@link dev.migrate} and {@link dev.migrate.error}.
 */
@NullMarked
package dev.migrate.report;

import org.jspecify.annotations.NullMarked;
