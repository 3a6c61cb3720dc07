package dev.migrate.source;

import dev.migrate.operation.Assignment;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Row;
import dev.migrate.operation.RowChange;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Operations on rows as source. */
final class RowSource {

  private final Words words;
  private final ValueSource values;

  RowSource(Words words) {
    this.words = words;
    this.values = new ValueSource(words);
  }

  JavaCode of(String op, String word, QualifiedName table, List<String> columns, List<Row> rows) {
    List<Layout> arguments = new ArrayList<>();
    arguments.add(Words.name(table));
    arguments.add(words.call("columns", Words.texts(columns)).layout());
    rows.forEach(row -> arguments.add(of(row)));
    return JavaCode.on(op, word, arguments);
  }

  JavaCode of(String op, InsertRows insert, List<String> methods) {
    words.imports().use(List.class);
    words.imports().use(Stream.class);
    List<Layout> calls = methods.stream().map(method -> JavaCode.call(method).layout()).toList();
    JavaCode rows =
        JavaCode.on("Stream", "of", calls)
            .then("flatMap", Layout.text("List::stream"))
            .then("toList");
    return JavaCode.on(
        op,
        "insert",
        List.of(
            Words.name(insert.table()),
            words.call("columns", Words.texts(insert.columns())).layout(),
            rows.layout()));
  }

  JavaCode list(List<Row> rows) {
    String type = words.imports().use(List.class);
    words.imports().use(Row.class);
    return JavaCode.on(type, "of", rows.stream().map(this::of).toList());
  }

  private Layout of(Row row) {
    List<Layout> each = row.values().stream().map(this::of).toList();
    return words.call("row", each).layout();
  }

  private Layout of(DefaultValue value) {
    return values.of(value);
  }

  Layout of(RowChange change) {
    JavaCode code = null;
    for (Assignment assignment : change.assignments()) {
      code =
          code == null
              ? words.call("set", JavaText.of(assignment.column()), of(assignment.value()))
              : with(code, "set", assignment);
    }
    if (code == null) {
      throw new IllegalStateException("a change without values: " + change);
    }
    code = change.conditions().isEmpty() ? code.then("inEveryRow") : code;
    String word = "where";
    for (Assignment condition : change.conditions()) {
      code = with(code, word, condition);
      word = "and";
    }
    return (change.isWithoutUndo() ? code.then("needsNoUndo") : code).layout();
  }

  private JavaCode with(JavaCode code, String word, Assignment assignment) {
    return code.then(word, JavaText.of(assignment.column()), of(assignment.value()));
  }
}
