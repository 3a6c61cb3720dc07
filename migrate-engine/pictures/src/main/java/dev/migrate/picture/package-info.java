/**
 * Pictures of revisions and schemas.
 *
 * <p>Depends on {@link dev.migrate.engine}, {@link dev.migrate.model}, {@link
 * dev.migrate.picture.graph}, {@link dev.migrate.picture.mermaid}, {@link
 * dev.migrate.picture.page}, {@link dev.migrate.picture.schema}, {@link dev.migrate.picture.svg},
 * {@link dev.migrate.picture.text}, {@link dev.migrate.report} and the API.
 */
@NullMarked
package dev.migrate.picture;

import org.jspecify.annotations.NullMarked;
