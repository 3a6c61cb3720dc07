package dev.migrate.source;

import dev.migrate.schema.ColumnName;
import dev.migrate.schema.Sequence;

/** Sequences as source. */
final class SequenceSource {

  private final Words words;
  private final ElementSource elements;

  SequenceSource(Words words, ElementSource elements) {
    this.words = words;
    this.elements = elements;
  }

  Layout of(Sequence sequence) {
    JavaCode code = words.call("sequence", Words.name(sequence.name()));
    if (sequence.start() != 1) {
      code = code.then("startingAt", Words.number(sequence.start()));
    }
    if (sequence.increment() != 1) {
      code = code.then("incrementedBy", Words.number(sequence.increment()));
    }
    if (sequence.type().isPresent()) {
      code = code.then("type", elements.types().of(sequence.type().orElseThrow()));
    }
    if (sequence.minimum().isPresent()) {
      code = code.then("minimum", Words.number(sequence.minimum().orElseThrow()));
    }
    if (sequence.maximum().isPresent()) {
      code = code.then("maximum", Words.number(sequence.maximum().orElseThrow()));
    }
    code = sequence.cycles() ? code.then("cycling") : code;
    if (sequence.cache().isPresent()) {
      code = code.then("cache", Words.number(sequence.cache().orElseThrow()));
    }
    if (sequence.ownedBy().isPresent()) {
      ColumnName owner = sequence.ownedBy().orElseThrow();
      code = code.then("ownedBy", Words.name(owner.table()), JavaText.of(owner.column()));
    }
    return code.layout();
  }
}
