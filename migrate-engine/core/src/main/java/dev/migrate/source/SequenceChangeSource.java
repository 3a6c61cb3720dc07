package dev.migrate.source;

import dev.migrate.schema.CacheChange;
import dev.migrate.schema.CycleChange;
import dev.migrate.schema.IncrementChange;
import dev.migrate.schema.MaximumChange;
import dev.migrate.schema.MinimumChange;
import dev.migrate.schema.SequenceChangeVisitor;
import dev.migrate.schema.StartChange;
import dev.migrate.schema.ValueTypeChange;
import java.util.Optional;

/** What an alteration changes of a sequence, as source. */
final class SequenceChangeSource implements SequenceChangeVisitor<Layout> {

  private final Words words;
  private final TypeSource types;

  SequenceChangeSource(Words words, TypeSource types) {
    this.words = words;
    this.types = types;
  }

  @Override
  public Layout visit(ValueTypeChange change) {
    return change.type().isEmpty()
        ? words.call("noValueType").layout()
        : words.call("valueType", types.of(change.type().orElseThrow())).layout();
  }

  @Override
  public Layout visit(StartChange change) {
    return words.call("startingAt", Words.number(change.start())).layout();
  }

  @Override
  public Layout visit(IncrementChange change) {
    return words.call("incrementedBy", Words.number(change.increment())).layout();
  }

  @Override
  public Layout visit(MinimumChange change) {
    return numberOr("minimum", "noMinimum", change.minimum());
  }

  @Override
  public Layout visit(MaximumChange change) {
    return numberOr("maximum", "noMaximum", change.maximum());
  }

  @Override
  public Layout visit(CycleChange change) {
    return words.call(change.cycles() ? "cycling" : "noCycling").layout();
  }

  @Override
  public Layout visit(CacheChange change) {
    return numberOr("cache", "noCache", change.cache());
  }

  private Layout numberOr(String word, String without, Optional<Long> value) {
    return value.isEmpty()
        ? words.call(without).layout()
        : words.call(word, Words.number(value.orElseThrow())).layout();
  }
}
