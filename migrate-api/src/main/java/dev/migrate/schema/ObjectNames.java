package dev.migrate.schema;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Replaces the names of objects in everything that refers to them, other than texts. */
record ObjectNames(UnaryOperator<QualifiedName> rename) {

  /** The schema with the names replaced, of the objects themselves and wherever one refers. */
  Schema apply(Schema schema) {
    Schema renamed = schema;
    for (QualifiedName name : schema.names()) {
      renamed = rename.apply(name).equals(name) ? renamed : renamed.without(name);
    }
    for (Table table : schema.tables()) {
      Table followed = apply(table);
      renamed = followed.equals(table) ? renamed : renamed.with(followed);
    }
    for (View view : schema.views()) {
      renamed = renamed.with(apply(view));
    }
    for (Sequence sequence : schema.sequences()) {
      renamed = renamed.with(apply(sequence));
    }
    for (EnumType type : schema.enumTypes()) {
      renamed = renamed.with(type.withName(rename.apply(type.name())));
    }
    return schema.unmodelled().isEmpty()
        ? renamed
        : renamed.withUnmodelled(schema.unmodelled().stream().map(this::apply).toList());
  }

  /** Returns the same instance if nothing in the table refers to what was renamed. */
  Table apply(Table table) {
    QualifiedName name = rename.apply(table.name());
    List<Column> columns = table.columns().stream().map(this::apply).toList();
    List<Constraint> constraints = table.constraints().stream().map(this::apply).toList();
    boolean same =
        name.equals(table.name())
            && columns.equals(table.columns())
            && constraints.equals(table.constraints());
    return same
        ? table
        : table.withName(name).withColumns(all -> columns).withConstraints(constraints);
  }

  View apply(View view) {
    return view.withName(rename.apply(view.name()))
        .withReads(
            view.reads().stream()
                .map(data -> new DataReference(rename.apply(data.table()), data.columns()))
                .toList());
  }

  Sequence apply(Sequence sequence) {
    return sequence
        .withName(rename.apply(sequence.name()))
        .withOwner(
            sequence
                .ownedBy()
                .map(owner -> new ColumnName(rename.apply(owner.table()), owner.column())));
  }

  UnmodelledElement apply(UnmodelledElement element) {
    return element.withOwner(
        element
            .owner()
            .map(
                owner ->
                    owner.kind() == ElementName.Kind.SCHEMA
                        ? owner
                        : owner.withObject(rename.apply(owner.object()))));
  }

  private Constraint apply(Constraint constraint) {
    if (constraint instanceof ForeignKey key) {
      QualifiedName target = rename.apply(key.target());
      return target.equals(key.target()) ? key : key.withTarget(target, key.targetColumns());
    }
    return constraint;
  }

  private Column apply(Column column) {
    DataType type = apply(column.type());
    Column typed = type.equals(column.type()) ? column : column.withType(type);
    return typed.defaultValue().isEmpty()
        ? typed
        : typed.withDefault(typed.defaultValue().map(this::apply));
  }

  private DataType apply(DataType type) {
    if (type instanceof EnumReference reference) {
      return new EnumReference(rename.apply(reference.type()));
    } else if (type instanceof ArrayType array) {
      return new ArrayType(apply(array.element()));
    } else if (type instanceof VaryingType varying) {
      Map<DialectName, DataType> variants = new TreeMap<>();
      varying.variants().forEach((dialect, variant) -> variants.put(dialect, apply(variant)));
      return new VaryingType(apply(varying.standard()), variants);
    }
    return type;
  }

  private DefaultValue apply(DefaultValue value) {
    if (value instanceof NextValue next) {
      return new NextValue(rename.apply(next.sequence()));
    } else if (value instanceof VaryingDefault varying) {
      Map<DialectName, DefaultValue> variants = new TreeMap<>();
      varying.variants().forEach((dialect, variant) -> variants.put(dialect, apply(variant)));
      return new VaryingDefault(apply(varying.standard()), variants);
    }
    return value;
  }
}
