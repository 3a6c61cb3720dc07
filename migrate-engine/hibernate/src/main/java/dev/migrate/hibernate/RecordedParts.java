package dev.migrate.hibernate;

import dev.migrate.schema.ElementName;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the revisions have and mappings have no words for: whole objects that no entity maps, and
 * attributes of those that one does.
 */
final class RecordedParts {

  private final Schema mapped;
  private final Schema recorded;
  private final List<ElementName> leftAlone = new ArrayList<>();

  RecordedParts(Schema mapped, Schema recorded) {
    this.mapped = mapped;
    this.recorded = recorded;
  }

  /** The elements taken over, in order; filled by {@link #whole}. */
  List<ElementName> leftAlone() {
    return leftAlone.stream().distinct().sorted().toList();
  }

  /** The mapped schema with what is taken over. */
  Schema whole() {
    Schema whole = mapped;
    for (String namespace : recorded.namespaces()) {
      if (!whole.hasNamespace(namespace)) {
        whole = whole.withNamespace(namespace);
        leftAlone.add(ElementName.namespace(namespace));
      }
    }
    List<dev.migrate.schema.QualifiedName> taken = mapped.names();
    for (EnumType type : recorded.enumTypes()) {
      if (!taken.contains(type.name())) {
        whole = whole.with(type);
        leftAlone.add(ElementName.enumType(type.name()));
      }
    }
    for (Sequence sequence : recorded.sequences()) {
      Optional<Sequence> known = mapped.findSequence(sequence.name());
      if (known.isPresent()) {
        whole = whole.with(sequence(known.get(), sequence));
      } else if (!taken.contains(sequence.name())) {
        whole = whole.with(sequence);
        leftAlone.add(ElementName.sequence(sequence.name()));
      }
    }
    for (Table table : recorded.tables()) {
      Optional<Table> known = mapped.findTable(table.name());
      if (known.isPresent()) {
        RecordedAttributes attributes = new RecordedAttributes(known.get(), table);
        whole = whole.with(attributes.table());
        leftAlone.addAll(attributes.leftAlone());
      } else if (!taken.contains(table.name())) {
        whole = whole.with(table);
        leftAlone.add(ElementName.table(table.name()));
      }
    }
    for (View view : recorded.views()) {
      if (!taken.contains(view.name())) {
        whole = whole.with(view);
        leftAlone.add(ElementName.view(view.name()));
      }
    }
    return whole;
  }

  /** Mappings know where a sequence starts and how far it goes at once. */
  private static Sequence sequence(Sequence known, Sequence recorded) {
    return new Sequence(
        known.name(),
        known.start(),
        known.increment(),
        recorded.ownedBy(),
        recorded.type(),
        recorded.minimum(),
        recorded.maximum(),
        recorded.cycles(),
        recorded.cache());
  }
}
