package dev.migrate.source;

import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.ObjectReference;
import dev.migrate.operation.Operation;
import dev.migrate.schema.DataReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Raw SQL, and groups of operations, as source. */
final class RawSource {

  private final Words words;
  private final OperationSource operations;
  private final Deque<String> scope = new ArrayDeque<>();

  RawSource(Words words, OperationSource operations) {
    this.words = words;
    this.operations = operations;
  }

  Layout of(ExecuteSql operation) {
    ValueSource values = new ValueSource(words);
    JavaCode code = words.call("sql", JavaText.of(operation.sql().text()));
    for (var variant : operation.sql().variants().entrySet()) {
      code = code.then("on", words.dialect(variant.getKey()), JavaText.of(variant.getValue()));
    }
    if (!operation.only().isEmpty()) {
      code = code.then("onlyOn", operation.only().stream().map(words::dialect).toList());
    }
    code = data(code, "reads", operation.declarations().reads());
    code = data(code, "writes", operation.declarations().writes());
    code = objects(code, "creates", operation.declarations().creates());
    code = objects(code, "drops", operation.declarations().drops());
    code = objects(code, "uses", operation.declarations().uses());
    if (!operation.meaning().isEmpty() || operation.keepsSchema()) {
      code = code.then("means", recorder("meant", operation.meaning()));
    }
    if (operation.undo().sql().isPresent()) {
      code = code.then("undoneBy", values.text(operation.undo().sql().orElseThrow()));
    }
    code = operation.undo().isNeeded() ? code : code.then("needsNoUndo");
    return (operation.isOutsideTransaction() ? code.then("outsideTransaction") : code).layout();
  }

  private static JavaCode data(JavaCode code, String word, List<DataReference> references) {
    JavaCode all = code;
    for (DataReference data : references) {
      all = all.then(word, Words.texts(data.table().toString(), data.columns()));
    }
    return all;
  }

  private static JavaCode objects(JavaCode code, String word, List<ObjectReference> references) {
    JavaCode all = code;
    for (ObjectReference object : references) {
      all = all.then(word, JavaText.of(object.kind()), JavaText.of(object.name()));
    }
    return all;
  }

  /** A lambda that records operations, with a variable that no lambda around it has. */
  Layout recorder(String wanted, List<Operation> recorded) {
    String name = wanted;
    while (!JavaNames.isName(name) || scope.contains(name)) {
      name += "_";
    }
    scope.push(name);
    List<Layout> calls = new ArrayList<>();
    for (Operation operation : recorded) {
      calls.add(operations.of(name, operation).layout());
    }
    scope.pop();
    return lambda(name, calls);
  }

  private static Layout lambda(String name, List<Layout> calls) {
    if (calls.size() == 1) {
      return Layout.level(
          0, Layout.text(name + " ->"), Layout.level(4, Layout.mayBreak(" "), calls.get(0)));
    }
    Layout line = new Layout.Break(" ", false, true, 0);
    List<Layout> body = new ArrayList<>();
    for (Layout call : calls) {
      body.add(line);
      body.add(Layout.level(0, call, Layout.text(";")));
    }
    return calls.isEmpty()
        ? Layout.text(name + " -> {}")
        : Layout.level(
            0, Layout.text(name + " -> {"), Layout.level(2, body), line, Layout.text("}"));
  }
}
