/**
 * Models: where the schema that an application wants comes from, and how it differs from the schema
 * that its revisions make.
 *
 * <p>Depends on the API.
 */
@NullMarked
package dev.migrate.model;

import org.jspecify.annotations.NullMarked;
