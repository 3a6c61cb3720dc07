/**
 * What applications use: {@link dev.migrate.engine.Migrator} and its builder, the graph of
 * revisions, and scripts without a database.
 *
 * <p>Depends on {@link dev.migrate.engine.branch}, {@link dev.migrate.engine.call}, {@link
 * dev.migrate.engine.connect}, {@link dev.migrate.engine.context}, {@link
 * dev.migrate.engine.graph}, {@link dev.migrate.engine.history}, {@link dev.migrate.engine.plan},
 * {@link dev.migrate.model}, {@link dev.migrate.report}, the API and JDBI.
 */
@NullMarked
package dev.migrate.engine;

import org.jspecify.annotations.NullMarked;
