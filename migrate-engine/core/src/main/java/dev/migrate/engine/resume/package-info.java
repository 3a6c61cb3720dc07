/**
 * Finishes or forgets a revision that a run before began.
 *
 * <p>Depends on {@link dev.migrate.engine.check}, {@link dev.migrate.engine.connect}, {@link
 * dev.migrate.engine.context}, {@link dev.migrate.engine.execute}, {@link
 * dev.migrate.engine.history}, {@link dev.migrate.engine.json}, {@link dev.migrate.engine.live},
 * {@link dev.migrate.engine.plan}, {@link dev.migrate.engine.render}, {@link dev.migrate.report}
 * and the API.
 */
@NullMarked
package dev.migrate.engine.resume;

import org.jspecify.annotations.NullMarked;
