/**
 * Shows how far an upgrade or downgrade is, and stops it in order when the process is asked to end.
 *
 * <p>Depends on {@link dev.migrate.commands.advice}, {@link dev.migrate.commands.terminal}, {@link
 * dev.migrate.report} and the API.
 */
@NullMarked
package dev.migrate.commands.progress;

import org.jspecify.annotations.NullMarked;
