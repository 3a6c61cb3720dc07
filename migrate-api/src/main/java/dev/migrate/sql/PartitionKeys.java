package dev.migrate.sql;

import java.util.List;
import java.util.Optional;

/** The columns by which an option of a table says it is partitioned. */
public final class PartitionKeys {

  private PartitionKeys() {}

  /**
   * An option of a table with the new name of a column in its {@code PARTITION BY}. Other options
   * name no columns.
   *
   * @param option the option, such as {@code PARTITION BY HASH (id)}
   * @return the option; empty if it is not certain what has the old name
   */
  public static Optional<String> following(String option, NameChange change) {
    List<Token> tokens = Tokenizer.tokens(option, Reading.STANDARD).orElse(List.of());
    StringBuilder result = new StringBuilder();
    int at = 0;
    for (int i = 0; i < tokens.size(); i++) {
      int open = open(tokens, i);
      if (open >= 0) {
        int close = close(tokens, open);
        int start = tokens.get(open).end();
        int end = tokens.get(close).start();
        String keys = option.substring(start, end);
        Optional<String> followed =
            keys.isBlank() ? Optional.of(keys) : SqlText.of(keys).following(change);
        if (followed.isEmpty()) {
          return Optional.empty();
        }
        result.append(option, at, start).append(followed.orElseThrow());
        at = end;
        i = close;
      }
    }
    return Optional.of(result.append(option.substring(at)).toString());
  }

  /**
   * The parenthesis around the keys of a {@code PARTITION BY} that begins here; -1 if none does.
   */
  private static int open(List<Token> tokens, int i) {
    boolean begins = tokens.get(i).is("partition") || tokens.get(i).is("subpartition");
    if (!begins || i + 1 == tokens.size() || !tokens.get(i + 1).is("by")) {
      return -1;
    }
    for (int j = i + 2; j < tokens.size(); j++) {
      if (tokens.get(j).is("(")) {
        return j;
      } else if (!tokens.get(j).isName()) {
        return -1;
      }
    }
    return -1;
  }

  private static int close(List<Token> tokens, int open) {
    int depth = 0;
    for (int j = open; j < tokens.size(); j++) {
      depth += tokens.get(j).is("(") ? 1 : tokens.get(j).is(")") ? -1 : 0;
      if (depth == 0) {
        return j;
      }
    }
    return tokens.size() - 1;
  }
}
