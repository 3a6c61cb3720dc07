package dev.migrate.source;

import dev.migrate.schema.DialectName;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The words of {@code Ddl}, and what they name. Notes what has to be imported. */
final class Words {

  private final Imports imports;

  Words(Imports imports) {
    this.imports = imports;
  }

  Imports imports() {
    return imports;
  }

  JavaCode call(String word, Layout... arguments) {
    imports.useWords();
    return JavaCode.call(word, arguments);
  }

  JavaCode call(String word, List<Layout> arguments) {
    return call(word, arguments.toArray(new Layout[0]));
  }

  static Layout name(QualifiedName name) {
    return JavaText.of(name.toString());
  }

  static List<Layout> texts(List<String> texts) {
    return texts.stream().map(JavaText::of).toList();
  }

  /** A text and others after it. */
  static List<Layout> texts(String first, List<String> more) {
    List<Layout> all = new ArrayList<>();
    all.add(JavaText.of(first));
    all.addAll(texts(more));
    return all;
  }

  static Layout[] list(Layout first, List<Layout> more) {
    List<Layout> all = new ArrayList<>(List.of(first));
    all.addAll(more);
    return all.toArray(new Layout[0]);
  }

  static Layout number(long value) {
    return Layout.text(
        value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE
            ? Long.toString(value)
            : value + "L");
  }

  Layout dialect(DialectName name) {
    boolean known =
        Arrays.asList(
                DialectName.H2,
                DialectName.POSTGRESQL,
                DialectName.MYSQL,
                DialectName.MARIADB,
                DialectName.SQLITE)
            .contains(name);
    if (known) {
      imports.useWords();
      return Layout.text(name.value().toUpperCase(java.util.Locale.ROOT));
    }
    return Layout.level(
        0,
        Layout.text("new " + imports.use(DialectName.class)),
        new JavaCode.Call("", List.of(JavaText.of(name.value()))).parenthesized(4));
  }
}
