/**
 * The commands that do what messages of the engine advise in code.
 *
 * <p>Depends on {@link dev.migrate.report} and the API.
 */
@NullMarked
package dev.migrate.commands.advice;

import org.jspecify.annotations.NullMarked;
