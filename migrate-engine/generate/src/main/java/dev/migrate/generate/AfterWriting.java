package dev.migrate.generate;

import java.nio.file.Path;

/** What happens to a file once it is written: the formatter of a team, for example. */
@FunctionalInterface
public interface AfterWriting {

  /** Does nothing. */
  AfterWriting NOTHING = file -> {};

  /**
   * Is called once for a file that was written.
   *
   * @param file the file of a revision
   * @throws Exception if it fails; the file stays
   */
  void written(Path file) throws Exception;
}
