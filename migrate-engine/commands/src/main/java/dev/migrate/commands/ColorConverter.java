package dev.migrate.commands;

import dev.migrate.commands.terminal.ColorChoice;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads when to use colours, in lower case. */
final class ColorConverter implements ITypeConverter<ColorChoice> {

  private static final List<String> NAMES =
      Arrays.stream(ColorChoice.values())
          .map(choice -> choice.name().toLowerCase(Locale.ROOT))
          .toList();

  @Override
  public ColorChoice convert(String value) {
    int place = NAMES.indexOf(value);
    if (place < 0) {
      throw new TypeConversionException(
          "\"" + value + "\" is not one of " + String.join(", ", NAMES));
    }
    return ColorChoice.values()[place];
  }

  /** The values, for the help and for completion. */
  static final class Names implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return NAMES.iterator();
    }
  }
}
