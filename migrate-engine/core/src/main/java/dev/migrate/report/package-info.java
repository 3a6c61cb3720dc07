/**
 * What the engine makes and users read: plans, scripts, outcomes, and errors.
 *
 * <p>Depends on the API.
 */
@NullMarked
package dev.migrate.report;

import org.jspecify.annotations.NullMarked;
