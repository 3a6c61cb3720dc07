package dev.migrate.picture.schema;

/** What the pending revisions do to a table or column. */
public enum Change {
  /** Nothing. */
  NONE("unchanged"),
  /** It is created. */
  ADDED("new"),
  /** It is changed. */
  CHANGED("changed"),
  /** It is dropped. */
  GONE("dropped");

  private final String words;

  Change(String words) {
    this.words = words;
  }

  /** The change in words. */
  public String words() {
    return words;
  }

  static Change of(boolean wasThere, boolean isEqual) {
    return wasThere ? (isEqual ? NONE : CHANGED) : ADDED;
  }
}
