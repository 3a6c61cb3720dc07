package dev.migrate.commands;

import dev.migrate.dialect.Dialect;
import dev.migrate.engine.connect.Dialects;
import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A range in place of a target, such as {@code base:heads}: then no database is asked. */
final class OfflineRange {

  @Option(
      names = "--dialect",
      paramLabel = "<name>",
      description =
          "The dialect for a range, such as postgresql; by default that of the application.")
  @Nullable String dialectName;

  /** Whether a range is among the targets. */
  static boolean isIn(List<String> targets) {
    return targets.stream().anyMatch(target -> target.contains(":"));
  }

  /**
   * The range, which is alone.
   *
   * @throws DefinitionException if there are other targets
   */
  static String only(List<String> targets) {
    if (targets.size() > 1) {
      throw new DefinitionException(
          Facts.of(
                  isIn(targets)
                      ? "a range is given together with other targets"
                      : "without a database there is one target, and several are given")
              .list("targets", targets)
              .next("give one range alone, such as base:heads"));
    }
    return targets.get(0);
  }

  /**
   * Refuses a dialect where there is no range.
   *
   * @param next what to give
   */
  void requireNoDialect(String next) {
    if (dialectName != null) {
      throw new DefinitionException("--dialect is for a range", next);
    }
  }

  /**
   * The dialect.
   *
   * @param known that of the application
   * @throws DefinitionException if none is named
   */
  Dialect dialect(Supplier<Optional<Dialect>> known) {
    return Optional.ofNullable(dialectName)
        .map(DialectOption::name)
        .map(Dialects::named)
        .or(known)
        .orElseThrow(
            () ->
                new DefinitionException(
                    "it is not known for which database this is",
                    "add --dialect, such as --dialect postgresql"));
  }
}
