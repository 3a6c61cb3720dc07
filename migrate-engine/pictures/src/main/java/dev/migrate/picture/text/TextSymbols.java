package dev.migrate.picture.text;

import dev.migrate.picture.graph.DrawnState;

/** The characters of a picture as text. */
public enum TextSymbols {
  /** Lines of box drawing characters, for terminals and files in UTF-8. */
  UNICODE("│┊─┄●○▲▼○", "…") {
    @Override
    char corner(boolean up, boolean down, boolean left, boolean right) {
      int index = (up ? 8 : 0) + (down ? 4 : 0) + (left ? 2 : 0) + (right ? 1 : 0);
      return CORNERS.charAt(index);
    }
  },
  /** ASCII alone. */
  ASCII("|:-.*o^vo", "...") {
    @Override
    char corner(boolean up, boolean down, boolean left, boolean right) {
      if (left || right) {
        return up || down ? '+' : '-';
      }
      return up || down ? '|' : ' ';
    }
  };

  private static final String CORNERS = " ╶╴─╷╭╮┬╵╰╯┴│├┤┼";

  private final String characters;
  private final String ellipsis;

  TextSymbols(String characters, String ellipsis) {
    this.characters = characters;
    this.ellipsis = ellipsis;
  }

  abstract char corner(boolean up, boolean down, boolean left, boolean right);

  char vertical(Lane lane) {
    return characters.charAt(lane.isSolid() ? 0 : 1);
  }

  char horizontal(boolean isSolid) {
    return characters.charAt(isSolid ? 2 : 3);
  }

  char node(DrawnState state) {
    return switch (state) {
      case APPLIED -> characters.charAt(4);
      case PENDING -> characters.charAt(5);
      case GOING_UP -> characters.charAt(6);
      case GOING_DOWN -> characters.charAt(7);
      case UNASKED -> characters.charAt(8);
    };
  }

  String ellipsis() {
    return ellipsis;
  }
}
