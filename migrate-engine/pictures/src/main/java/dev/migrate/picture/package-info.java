/**
 * Pictures of revisions and schemas.
 *
 * <p>Depends on the API.
 */
@NullMarked
package dev.migrate.picture;

import org.jspecify.annotations.NullMarked;
