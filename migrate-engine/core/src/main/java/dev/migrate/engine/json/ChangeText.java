package dev.migrate.engine.json;

import dev.migrate.engine.json.OperationDifference.Change;
import dev.migrate.operation.Operation;
import java.util.Optional;

/** A change in words: only the part that differs where the operations are long. */
final class ChangeText {

  private static final Shape OPERATION = Shapes.of(Operation.class);
  private static final int LONG = 160;
  private static final int AROUND = 40;

  private ChangeText() {}

  static String of(Change change) {
    String number = "operation " + change.position() + " was ";
    Optional<Operation> was = change.was();
    Optional<Operation> is = change.is();
    if (was.isEmpty()) {
      return number + "added: " + is.orElseThrow();
    } else if (is.isEmpty()) {
      return number + "removed: " + was.orElseThrow();
    }
    String before = was.orElseThrow().toString();
    String after = is.orElseThrow().toString();
    if (before.equals(after)) {
      before = OPERATION.json(was.orElseThrow());
      after = OPERATION.json(is.orElseThrow());
    }
    int front = common(before, after, 0);
    int back = common(reversed(before), reversed(after), front);
    return number
        + "changed\n  was  "
        + indented(excerpt(before, front, back))
        + "\n  is   "
        + indented(excerpt(after, front, back));
  }

  private static String indented(String text) {
    return text.replace("\n", "\n       ");
  }

  private static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  private static int common(String one, String other, int taken) {
    int most = Math.min(one.length(), other.length()) - taken;
    int count = 0;
    while (count < most && one.charAt(count) == other.charAt(count)) {
      count++;
    }
    return count;
  }

  private static String excerpt(String text, int front, int back) {
    if (text.length() <= LONG) {
      return text;
    }
    int from = Math.max(0, front - AROUND);
    int to = Math.min(text.length(), text.length() - back + AROUND);
    return (from > 0 ? "\u2026" : "")
        + text.substring(from, to)
        + (to < text.length() ? "\u2026" : "");
  }
}
