/**
 * What the engine does when a run fails, is killed or is refused, on a real database: H2 behind a
 * small dialect in standard SQL, because the engine may not depend on a dialect that depends on it.
 */
package dev.migrate.engine.trial;
