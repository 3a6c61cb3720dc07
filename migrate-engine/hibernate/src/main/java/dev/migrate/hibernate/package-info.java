/**
 * Models of Hibernate: the schema that entity classes declare. Hibernate itself is the
 * application's, in version 6.6 or 7.
 *
 * <p>Depends on {@link dev.migrate.model} and the API.
 */
@NullMarked
package dev.migrate.hibernate;

import org.jspecify.annotations.NullMarked;
