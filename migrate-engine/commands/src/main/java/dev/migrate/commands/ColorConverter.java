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
      Arrays.stream(ColorChoice.values()).map(ColorConverter::name).toList();

  @Override
  public ColorChoice convert(String value) {
    for (ColorChoice choice : ColorChoice.values()) {
      if (name(choice).equals(value)) {
        return choice;
      }
    }
    throw new TypeConversionException(
        "\"" + value + "\" is not one of " + String.join(", ", NAMES));
  }

  private static String name(ColorChoice choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  /** The values, for the help and for completion. */
  static final class Names implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return NAMES.iterator();
    }
  }
}
