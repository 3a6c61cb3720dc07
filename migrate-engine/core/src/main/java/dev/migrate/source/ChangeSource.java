package dev.migrate.source;

import dev.migrate.schema.CollationChange;
import dev.migrate.schema.ColumnChange;
import dev.migrate.schema.Comment;
import dev.migrate.schema.DefaultChange;
import dev.migrate.schema.IdentityChange;
import dev.migrate.schema.IdentityMode;
import dev.migrate.schema.NullabilityChange;
import dev.migrate.schema.TypeChange;
import java.util.Optional;

/** What an alteration changes of a column, as source. */
final class ChangeSource {

  private final Words words;
  private final ElementSource elements;

  ChangeSource(Words words, ElementSource elements) {
    this.words = words;
    this.elements = elements;
  }

  Layout of(ColumnChange change) {
    return code(change).layout();
  }

  private JavaCode code(ColumnChange change) {
    if (change instanceof TypeChange type) {
      JavaCode code = words.call("type", elements.types().of(type.type()));
      return type.using().isEmpty()
          ? code
          : code.then("using", elements.values().text(type.using().orElseThrow()));
    } else if (change instanceof NullabilityChange nullability) {
      return words.call(nullability.nullable() ? "nullable" : "notNull");
    } else if (change instanceof DefaultChange value) {
      return value.value().isEmpty()
          ? words.call("noDefault")
          : words.call("defaultTo", elements.values().of(value.value().orElseThrow()));
    } else if (change instanceof IdentityChange identity) {
      return words.call(
          identity
              .mode()
              .map(mode -> mode == IdentityMode.ALWAYS ? "identityAlways" : "identity")
              .orElse("noIdentity"));
    } else if (change instanceof CollationChange collation) {
      return textOr("collation", "noCollation", collation.collation());
    } else if (change instanceof Comment comment) {
      return textOr("comment", "noComment", comment.text());
    }
    throw new IllegalStateException("a change of another kind: " + change);
  }

  private JavaCode textOr(String word, String without, Optional<String> text) {
    return text.isPresent()
        ? words.call(word, JavaText.of(text.orElseThrow()))
        : words.call(without);
  }
}
