/**
 * Pictures as Mermaid.
 *
 * <p>Depends on {@link dev.migrate.picture.graph}, {@link dev.migrate.picture.schema}, {@link
 * dev.migrate.picture.text} and the API.
 */
@NullMarked
package dev.migrate.picture.mermaid;

import org.jspecify.annotations.NullMarked;
