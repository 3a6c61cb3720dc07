/**
 * {@code db}: the commands of a migration tool inside an application.
 *
 * <p>Depends on {@link dev.migrate.commands.advice}, {@link dev.migrate.commands.entry}, {@link
 * dev.migrate.commands.json}, {@link dev.migrate.commands.progress}, {@link
 * dev.migrate.commands.skeleton}, {@link dev.migrate.commands.terminal}, {@link
 * dev.migrate.commands.text}, {@link dev.migrate.engine}, {@link dev.migrate.engine.connect},
 * {@link dev.migrate.generate}, {@link dev.migrate.model}, {@link dev.migrate.picture}, {@link
 * dev.migrate.picture.text}, {@link dev.migrate.report}, {@link dev.migrate.source} and the API.
 */
@NullMarked
package dev.migrate.commands;

import org.jspecify.annotations.NullMarked;
