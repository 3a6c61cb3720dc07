/**
 * What a picture of the revisions shows.
 *
 * <p>Depends on the API.
 */
@NullMarked
package dev.migrate.picture.graph;

import org.jspecify.annotations.NullMarked;
