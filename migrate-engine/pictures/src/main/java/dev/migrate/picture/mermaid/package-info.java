/**
 * Pictures as Mermaid.
 *
 * <p>Depends on the API.
 */
@NullMarked
package dev.migrate.picture.mermaid;

import org.jspecify.annotations.NullMarked;
