package dev.migrate.commands;

import dev.migrate.commands.terminal.Styles;
import dev.migrate.picture.text.TextPicture;
import dev.migrate.picture.text.TextSpan;
import java.util.List;
import java.util.stream.Collectors;

/** A picture as text in the colours of a terminal. */
final class ColoredPicture {

  private ColoredPicture() {}

  static String of(TextPicture picture, Styles styles) {
    if (!styles.areOn()) {
      return picture.toString();
    }
    return picture.lines().stream()
        .map(line -> line(line, styles))
        .collect(Collectors.joining("\n"));
  }

  private static String line(List<TextSpan> spans, Styles styles) {
    return spans.stream().map(span -> styled(span, styles)).collect(Collectors.joining());
  }

  private static String styled(TextSpan span, Styles styles) {
    return switch (span.role()) {
      case LINE, MESSAGE -> span.text();
      case APPLIED -> styles.green(span.text());
      case PENDING, UNFINISHED -> styles.yellow(span.text());
      case LABEL -> styles.cyan(span.text());
      case HEAD -> styles.bold(span.text());
      case WARNING -> styles.red(span.text());
      case NOTE -> styles.dim(span.text());
    };
  }
}
