package dev.migrate.commands;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How a picture is written. */
enum PictureFormat {
  /** Lines of text. */
  TEXT,
  /** Mermaid, which GitHub shows. */
  MERMAID,
  /** An SVG file. */
  SVG;

  /** Reads the format of an option, in capital letters or not. */
  static final class Reader implements ITypeConverter<PictureFormat> {

    @Override
    public PictureFormat convert(String text) {
      for (PictureFormat format : values()) {
        if (format.name().equalsIgnoreCase(text)) {
          return format;
        }
      }
      throw new TypeConversionException(
          "there is no format " + text + "; use text, mermaid or svg");
    }
  }

  /** The format that the name of a file stands for; text for others, and without a file. */
  static PictureFormat of(@Nullable Path file) {
    String name = file == null ? "" : file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".svg")) {
      return SVG;
    }
    return name.endsWith(".mmd") || name.endsWith(".mermaid") ? MERMAID : TEXT;
  }
}
