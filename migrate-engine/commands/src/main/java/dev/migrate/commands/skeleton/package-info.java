/**
 * The files with which an application begins to migrate its database.
 *
 * <p>Depends on the API.
 */
@NullMarked
package dev.migrate.commands.skeleton;

import org.jspecify.annotations.NullMarked;
