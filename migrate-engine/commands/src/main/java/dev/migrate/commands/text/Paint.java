package dev.migrate.commands.text;

import dev.migrate.commands.terminal.Styles;

/** How a part of a line looks on a terminal that has colours. */
public enum Paint {
  /** As the text around it. */
  PLAIN {
    @Override
    String on(Styles styles, String text) {
      return text;
    }
  },
  /** A heading, or what stands out. */
  STRONG {
    @Override
    String on(Styles styles, String text) {
      return styles.bold(text);
    }
  },
  /** What matters less. */
  FAINT {
    @Override
    String on(Styles styles, String text) {
      return styles.dim(text);
    }
  },
  /** What is done or fine. */
  GOOD {
    @Override
    String on(Styles styles, String text) {
      return styles.green(text);
    }
  },
  /** What deserves a look. */
  NOTICE {
    @Override
    String on(Styles styles, String text) {
      return styles.yellow(text);
    }
  },
  /** What is wrong, or data that is lost. */
  BAD {
    @Override
    String on(Styles styles, String text) {
      return styles.red(text);
    }
  },
  /** The name of a revision. */
  NAME {
    @Override
    String on(Styles styles, String text) {
      return styles.cyan(text);
    }
  };

  abstract String on(Styles styles, String text);
}
