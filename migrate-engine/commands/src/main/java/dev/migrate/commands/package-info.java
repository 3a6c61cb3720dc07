/**
 * {@code db}: the commands of a migration tool inside an application.
 *
 * <p>Depends on {@link dev.migrate.commands.terminal}, {@link dev.migrate.engine}, {@link
 * dev.migrate.generate}, {@link dev.migrate.model}, {@link dev.migrate.report} and the API.
 */
@NullMarked
package dev.migrate.commands;

import org.jspecify.annotations.NullMarked;
