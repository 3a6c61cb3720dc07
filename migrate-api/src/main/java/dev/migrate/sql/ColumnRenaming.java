package dev.migrate.sql;

import dev.migrate.sql.Name.Place;
import dev.migrate.sql.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A column gets another name, or is looked for. Searches texts that belong to its table. */
public final class ColumnRenaming extends NameChange {

  private final Optional<String> namespace;
  private final String table;
  private final Set<String> others;

  /**
   * A column that gets another name.
   *
   * @param namespace the schema of its table, if it is not the default one
   * @param others the other columns of the table
   */
  public ColumnRenaming(
      Optional<String> namespace, String table, String from, String to, Set<String> others) {
    super(from, to);
    this.namespace = namespace;
    this.table = table;
    this.others = Set.copyOf(others);
  }

  @Override
  NameChange back() {
    return new ColumnRenaming(namespace, table, to(), from(), others);
  }

  @Override
  List<String> words() {
    return List.of(from(), table);
  }

  @Override
  void search(Search search) {
    Parsed text = search.text();
    boolean[] seen = new boolean[text.tokens().size()];
    for (Name name : text.names()) {
      for (int i = name.first(); i <= name.last(); i++) {
        seen[i] = true;
      }
      search.add(answer(name), name.ownPart());
    }
    for (int i = 0; i < seen.length; i++) {
      search.unclear(!seen[i] && isKeyword(text.tokens(), i));
    }
  }

  private Answer answer(Name name) {
    if (name.place() == Place.ROW || isWholeRow(name)) {
      return Answer.UNCLEAR;
    } else if (!matches(name.ownPart(), from())) {
      return Answer.NO;
    }
    return switch (name.place()) {
      case VALUE -> name.size() == 1 ? isThis(name.ownPart()) : isOfTable(name);
      case UNCLEAR -> Answer.UNCLEAR;
      default -> Answer.NO;
    };
  }

  /** PostgreSQL has all columns of a row in one value. */
  private boolean isWholeRow(Name name) {
    boolean value = name.place() == Place.VALUE || name.place() == Place.UNCLEAR;
    return value
        && name.size() == 1
        && matches(name.ownPart(), table)
        && !matches(name.ownPart(), from())
        && others.stream().noneMatch(other -> matches(name.ownPart(), other));
  }

  /** Where two names differ by case alone, a bare one is that in lower case. */
  private Answer isThis(Token token) {
    if (token.kind() == Kind.WORD && Words.isValue(token.text())) {
      return Answer.UNCLEAR;
    }
    List<String> alike = others.stream().filter(other -> matches(token, other)).toList();
    if (alike.isEmpty()) {
      return Answer.YES;
    }
    String value = token.value().orElseThrow();
    if (token.kind() == Kind.NAME) {
      return value.equals(from()) ? Answer.YES : alike.contains(value) ? Answer.NO : Answer.UNCLEAR;
    }
    return isPlain(from())
        ? Answer.YES
        : alike.stream().anyMatch(NameChange::isPlain) ? Answer.NO : Answer.UNCLEAR;
  }

  private Answer isOfTable(Name name) {
    int owner = name.size() - 2;
    boolean own =
        matches(name.part(owner), table)
            && (name.size() < 3
                || namespace.isEmpty()
                || matches(name.part(owner - 1), namespace.orElseThrow()));
    Answer answer = own ? isThis(name.ownPart()) : Answer.NO;
    boolean value = own && Words.isValue(name.ownPart().text());
    return value ? Answer.YES : answer;
  }

  /** A word that may be a keyword here, and this column. */
  private boolean isKeyword(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    boolean call = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
    return token.kind() == Kind.WORD
        && matches(token, from())
        && Words.isKeyword(token.text())
        && !Words.isReserved(token.text())
        && !call;
  }
}
