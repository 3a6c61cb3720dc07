package dev.migrate.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A Java expression made of calls. Immutable; {@code layout()} breaks its lines as
 * google-java-format does.
 *
 * @param receiver the name before the first call and its point; empty if there is none
 * @param calls the calls in order, each on the result of the one before
 */
record JavaCode(String receiver, List<Call> calls) {

  /** Arguments of fewer characters are put side by side, as many as fit. */
  private static final int SHORT = 10;

  private static final int SHORT_NAME = 4;

  /** A call, with its name and arguments. */
  record Call(String name, List<Layout> arguments) {

    public Call {
      arguments = List.copyOf(arguments);
    }

    /** Whether its only argument stays beside its name where other calls follow. */
    boolean isShort() {
      return name.length() <= SHORT_NAME && arguments.size() == 1;
    }

    /** The arguments in parentheses. */
    Layout parenthesized(int indent) {
      List<Layout> parts = new ArrayList<>();
      parts.add(Layout.text("("));
      if (!arguments.isEmpty()) {
        boolean independent = arguments.stream().allMatch(part -> part.width() < SHORT);
        parts.add(Layout.mayBreak(""));
        parts.add(
            Layout.level(
                0,
                Layout.joined(
                    arguments, Layout.text(","), new Layout.Break(" ", independent, false, 0))));
      }
      parts.add(Layout.text(")"));
      return Layout.level(indent, parts);
    }
  }

  JavaCode {
    calls = List.copyOf(calls);
  }

  /** A call of a method of this class, or of one that is imported. */
  static JavaCode call(String name, Layout... arguments) {
    return new JavaCode("", List.of(new Call(name, Arrays.asList(arguments))));
  }

  /** A call on a name. */
  static JavaCode on(String receiver, String name, List<Layout> arguments) {
    return new JavaCode(receiver, List.of(new Call(name, arguments)));
  }

  /** The same with a call on its result. */
  JavaCode then(String name, Layout... arguments) {
    return then(name, Arrays.asList(arguments));
  }

  JavaCode then(String name, List<Layout> arguments) {
    List<Call> more = new ArrayList<>(calls);
    more.add(new Call(name, arguments));
    return new JavaCode(receiver, more);
  }

  /** The expression with the places at which its lines can end. */
  Layout layout() {
    boolean hasReceiver = !receiver.isEmpty();
    boolean isChain = calls.size() > 1;
    List<Layout> parts = new ArrayList<>();
    for (Call call : calls) {
      boolean isFirst = parts.isEmpty();
      if (isFirst && isChain && !hasReceiver && call.isShort()) {
        parts.add(Layout.level(0, Layout.text(call.name() + "("), call.arguments().get(0)));
        parts.add(Layout.text(")"));
      } else if (isFirst) {
        parts.add(Layout.text((hasReceiver ? receiver + "." : "") + call.name()));
        parts.add(call.parenthesized(isChain ? 4 : 0));
      } else {
        parts.add(Layout.mayBreak(""));
        parts.add(Layout.text("." + call.name()));
        parts.add(call.parenthesized(4));
      }
    }
    return Layout.level(4, parts);
  }
}
