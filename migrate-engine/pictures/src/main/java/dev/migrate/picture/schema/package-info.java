/**
 * What a picture of a schema shows.
 *
 * <p>Depends on the API.
 */
@NullMarked
package dev.migrate.picture.schema;

import org.jspecify.annotations.NullMarked;
