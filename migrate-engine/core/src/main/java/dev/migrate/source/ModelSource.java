package dev.migrate.source;

import dev.migrate.model.Model;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A schema as the source of a model. */
final class ModelSource {

  private final Words words;
  private final OperationSource operations;
  private final ElementSource elements;

  ModelSource(Words words, OperationSource operations) {
    this.words = words;
    this.operations = operations;
    this.elements = new ElementSource(words);
  }

  JavaCode list(List<Table> tables) {
    return JavaCode.on(
        words.imports().use(List.class), "of", tables.stream().map(this::of).toList());
  }

  private Layout of(Table table) {
    return words.call("table", Words.list(Words.name(table.name()), elements.of(table))).layout();
  }

  /** A model whose tables come from methods of the same class. */
  JavaCode model(Schema schema, List<String> methods) {
    JavaCode code = JavaCode.on(words.imports().use(Model.class), "of", List.of(tables(methods)));
    for (String namespace : schema.namespaces()) {
      code = code.then("withSchema", JavaText.of(namespace));
    }
    for (EnumType type : schema.enumTypes()) {
      code = code.then("withEnumType", Words.texts(type.name().toString(), type.labels()));
    }
    for (Sequence sequence : schema.sequences()) {
      code = code.then("with", new SequenceSource(words, elements).of(sequence));
    }
    for (View view : schema.views()) {
      code = code.then("withView", Words.name(view.name()), operations.query(view));
    }
    return code;
  }

  private Layout tables(List<String> methods) {
    List<Layout> calls = new ArrayList<>();
    methods.forEach(method -> calls.add(JavaCode.call(method).layout()));
    if (calls.size() == 1) {
      return calls.get(0);
    }
    words.imports().use(List.class);
    return JavaCode.on(words.imports().use(Stream.class), "of", calls)
        .then("flatMap", Layout.text("List::stream"))
        .then("toList")
        .layout();
  }
}
