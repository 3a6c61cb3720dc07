package dev.migrate.generate;

import dev.migrate.error.DefinitionException;
import dev.migrate.error.Facts;
import dev.migrate.generate.Answer.Kind;
import dev.migrate.operation.Operation;
import dev.migrate.schema.ElementName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answers while a revision is generated, and the questions that remain. Not thread-safe. */
final class Decisions {

  private static final String NOTHING = "nothing was written";

  private final Answers answers;
  private final List<Question> asked;
  private final Set<Answer> used = new HashSet<>();
  private final Map<String, Question> open = new LinkedHashMap<>();
  private final Set<String> consented = new HashSet<>();
  private final Map<String, Answer> renamedTo = new HashMap<>();
  private final Set<String> known = new LinkedHashSet<>();

  /** New elements that may be the ones of an open question under another name. */
  private final Set<String> candidates = new HashSet<>();

  /**
   * @param asked what somebody was asked before: another answer may have settled it
   */
  Decisions(Answers answers, List<Question> asked) {
    this.answers = answers;
    this.asked = List.copyOf(asked);
  }

  /** The operations that rename elements, where that is the decision. */
  List<Operation> renames(List<Gone> all) {
    Set<String> claimed = new HashSet<>();
    for (Gone gone : all) {
      answers.all().stream()
          .filter(answer -> answer.kind() == Kind.RENAME)
          .flatMap(answer -> answer.about(gone.element()).stream())
          .flatMap(wanted -> created(gone, wanted).stream())
          .forEach(name -> claimed.add(gone.scope().element(name)));
    }
    return all.stream().flatMap(gone -> rename(gone, claimed).stream()).toList();
  }

  /** The operation that renames an element, if that is the decision. */
  private Optional<Operation> rename(Gone gone, Set<String> claimed) {
    if (gone.isInQuestion()) {
      known.add(gone.element());
    }
    List<Answer> about =
        gone.isInQuestion()
            ? about(gone.element(), kinds(gone))
            : about(gone.element(), Kind.RENAME);
    requireOne(about);
    if (about.isEmpty()) {
      List<String> candidates =
          gone.similar().stream()
              .filter(name -> !claimed.contains(gone.scope().element(name)))
              .toList();
      if (!candidates.isEmpty()) {
        open.put(gone.element(), question(gone, candidates));
        candidates.forEach(name -> this.candidates.add(gone.scope().element(name)));
      }
      return Optional.empty();
    }
    Answer answer = about.get(0);
    if (answer.kind() == Kind.KEEP) {
      return Optional.empty();
    }
    if (answer.kind() == Kind.DROP) {
      consented.add(gone.element());
      return Optional.empty();
    }
    String name = newName(gone, answer);
    Answer before =
        renamedTo.putIfAbsent(gone.scope().kind() + " " + gone.scope().element(name), answer);
    if (before != null) {
      throw contradiction(List.of(before, answer));
    }
    return Optional.of(gone.rename().apply(name));
  }

  /** The kinds of answers, of which the first renames it. */
  private static Kind[] kinds(Gone gone) {
    return Stream.concat(Stream.of(Kind.RENAME), remaining(gone).stream()).toArray(Kind[]::new);
  }

  /** What can happen to it if it is not renamed. */
  private static List<Kind> remaining(Gone gone) {
    if (!gone.isLeftAlone()) {
      return List.of(Kind.DROP);
    }
    return gone.scope().isOfObjects() ? List.of(Kind.KEEP, Kind.DROP) : List.of(Kind.KEEP);
  }

  /** Whether an object goes that the model has no words for: only if somebody says so. */
  boolean drops(ElementName leftAlone) {
    String element = leftAlone.object().toString();
    boolean drops = !about(element, Kind.DROP).isEmpty();
    if (drops) {
      consented.add(element);
    }
    return drops;
  }

  private static Question question(Gone gone, List<String> candidates) {
    List<Answer> possible = new ArrayList<>();
    candidates.forEach(name -> possible.add(Answer.of(Kind.RENAME, gone.element(), name)));
    remaining(gone).forEach(kind -> possible.add(Answer.of(kind, gone.element())));
    String dropped = gone.scope().holdsData() ? "dropped" : "dropped, and another created";
    String others =
        remaining(gone).stream()
            .map(kind -> kind == Kind.KEEP ? "kept" : dropped)
            .collect(Collectors.joining(", or "));
    return new Question(
        gone.element(),
        "is the "
            + gone.title()
            + (gone.isLeftAlone() ? ", which the model does not mention," : "")
            + " renamed to "
            + String.join(" or ", candidates)
            + ", or "
            + others
            + "?",
        possible,
        gone.scope().hasFormerName());
  }

  private static Optional<String> created(Gone gone, String wanted) {
    return gone.created().stream()
        .filter(name -> wanted.equals(name) || wanted.equals(gone.scope().element(name)))
        .findFirst();
  }

  private static String newName(Gone gone, Answer answer) {
    String wanted = answer.about(gone.element()).orElseThrow();
    Optional<String> created = created(gone, wanted);
    Optional<String> possible = created.filter(gone.possibleNames()::contains);
    return possible.orElseThrow(
        () ->
            new DefinitionException(
                Facts.of(
                        "the "
                            + gone.title()
                            + " cannot be renamed to "
                            + wanted
                            + (created.isPresent()
                                ? ", because more than its name is different, or a view reads it"
                                : ", because the model declares no new element of this name there"))
                    .with("answer", answer.toString())
                    .list("new", gone.possibleNames())
                    .with("left", NOTHING)
                    .next(
                        created.isPresent()
                            ? "remove the answer: the one is dropped, and the other created"
                            : "correct the new name, or remove the answer")));
  }

  /** The answers of some kinds about an element, which count as used. */
  List<Answer> about(String element, Kind... kinds) {
    List<Answer> about =
        answers.all().stream()
            .filter(answer -> List.of(kinds).contains(answer.kind()))
            .filter(answer -> answer.about(element).isPresent())
            .toList();
    used.addAll(about);
    return about;
  }

  /** Whether somebody agreed to what is lost; otherwise it is asked. */
  void requireConsent(String element, String table, Question question) {
    known.add(element);
    if (!about(element, question.answers().get(0).kind()).isEmpty()) {
      consented.add(element);
    }
    if (!consented.contains(element) && !consented.contains(table) && !open.containsKey(element)) {
      open.put(element, question);
    }
  }

  /** Asks about a new element, unless it may turn out to be an old one under another name. */
  void ask(Question question) {
    known.add(question.element());
    if (!candidates.contains(question.element())) {
      open.putIfAbsent(question.element(), question);
    }
  }

  /** A question was not asked, because its answer is there. */
  void answered(String element) {
    known.add(element);
  }

  static void requireOne(List<Answer> about) {
    if (about.size() > 1) {
      throw contradiction(about);
    }
  }

  private static DefinitionException contradiction(List<Answer> answers) {
    return new DefinitionException(
        Facts.of("answers contradict each other")
            .with("answers", Answers.of(answers.toArray(new Answer[0])).toString())
            .with("left", NOTHING)
            .next("keep one of them for each element"));
  }

  /** The questions that remain. */
  List<Question> open() {
    return List.copyOf(open.values());
  }

  /**
   * Checks that every answer was asked for.
   *
   * @throws DefinitionException if one was not
   */
  void requireAllUsed() {
    List<Answer> unused =
        answers.all().stream()
            .filter(answer -> !used.contains(answer))
            .filter(answer -> asked.stream().noneMatch(question -> question.accepts(answer)))
            .toList();
    if (!unused.isEmpty()) {
      throw new DefinitionException(
          Facts.of(
                  unused.size() == 1
                      ? "the answer " + unused.get(0) + " belongs to no question"
                      : unused.size() + " answers belong to no question")
              .with("answers", Answers.of(unused.toArray(new Answer[0])).toString())
              .list("questions", known)
              .with("left", NOTHING)
              .next("correct the name of the element, or remove the answer"));
    }
  }
}
