package dev.migrate.commands;

import dev.migrate.dialect.Dialect;
import dev.migrate.engine.connect.Dialects;
import dev.migrate.schema.DialectName;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** For which database something is shown that differs between databases. */
final class DialectOption {

  @Option(
      names = "--dialect",
      paramLabel = "<name>",
      description = "The dialect, such as h2; by default the application's.")
  @Nullable String dialect;

  /** The named dialect, if one is named. */
  Optional<Dialect> named() {
    return Optional.ofNullable(dialect).map(DialectOption::name).map(Dialects::named);
  }

  /** The name that an argument means, in whatever letters it is written. */
  static DialectName name(String argument) {
    return new DialectName(argument.toLowerCase(Locale.ROOT));
  }
}
