/**
 * From a model to a revision: the operations that lead from one schema to another, questions where
 * the model leaves something open, and the Java file of the revision; and from an existing database
 * to its first revision.
 *
 * <p>Depends on {@link dev.migrate.engine}, {@link dev.migrate.engine.call}, {@link
 * dev.migrate.engine.connect}, {@link dev.migrate.engine.live}, {@link dev.migrate.model}, {@link
 * dev.migrate.report}, {@link dev.migrate.source} and the API.
 */
@NullMarked
package dev.migrate.generate;

import org.jspecify.annotations.NullMarked;
