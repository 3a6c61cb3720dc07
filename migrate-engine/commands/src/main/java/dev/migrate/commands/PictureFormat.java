package dev.migrate.commands;

import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
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

  /**
   * The format that the name of a file stands for; text without a file.
   *
   * @throws DefinitionException if the name stands for another format
   */
  static PictureFormat of(@Nullable Path file) {
    Path last = file == null ? null : file.getFileName();
    String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "svg" -> SVG;
      case "mmd", "mermaid" -> MERMAID;
      case "png", "jpg", "jpeg", "gif", "bmp", "webp", "pdf", "html", "htm" ->
          throw new DefinitionException(
              Facts.of("a graph is not drawn in the format of " + last)
                  .with("formats", "text, mermaid (.mmd), svg (.svg)")
                  .with("left", "nothing was written")
                  .next("choose another name, or give the format with --format"));
      default -> TEXT;
    };
  }
}
