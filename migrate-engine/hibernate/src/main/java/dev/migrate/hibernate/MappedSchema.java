package dev.migrate.hibernate;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.Facts;
import dev.migrate.error.MigrateException;
import dev.migrate.error.SchemaException;
import dev.migrate.model.Model;
import dev.migrate.operation.InsertRows;
import dev.migrate.schema.DeclaredTable;
import dev.migrate.schema.Expression;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hibernate.Version;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.Namespace;

/** Reads mappings: every object that Hibernate would create. */
final class MappedSchema {

  private final Metadata metadata;
  private final Mapping mapping;
  private final List<String> remarks = new ArrayList<>();
  private final MappedOptions options;
  private final List<InsertRows> rows = new ArrayList<>();

  MappedSchema(Metadata metadata, Dialect dialect) {
    this.metadata = metadata;
    this.mapping = Mapping.of(metadata, dialect);
    this.options = new MappedOptions(mapping);
  }

  ReadMappings read() {
    remarks.add("the model was read with " + madeBy());
    AuxiliaryObjects auxiliary = new AuxiliaryObjects(mapping);
    TypeTexts types = new TypeTexts(mapping.dialect(), auxiliary.typeNames());
    List<Table> tables = new ArrayList<>();
    List<View> views = new ArrayList<>();
    for (org.hibernate.mapping.Table table : mappedTables()) {
      if (table.isView()) {
        views.add(View.of(Expression.of(table.getViewQuery())).named(mapping.names().of(table)));
      } else if (table.isPhysicalTable()) {
        MappedTable mapped = new MappedTable(mapping, types, table);
        mapped.read().ifPresent(tables::add);
        rows.addAll(mapped.rows());
        remarks.addAll(mapped.remarks());
        options.add(table);
      }
    }
    new Contradictions(mapping, types).report();
    List<Sequence> sequences = sequences();
    NameLengths.check(mapping, tables, sequences);
    mapping.requireNoProblems();
    Schema schema = folded(tables, views, sequences, auxiliary);
    remarks.addAll(types.remarks());
    remarks.addAll(auxiliary.remarks());
    remarks.addAll(options.remarks());
    remarks.addAll(mapping.nameRemarks());
    return new ReadMappings(schema, rows, remarks, CollectionTable.of(mapping));
  }

  private String madeBy() {
    org.hibernate.dialect.Dialect dialect = mapping.hibernateDialect();
    return "Hibernate "
        + Version.getVersionString()
        + " for "
        + HibernateTarget.of(dialect)
            .map(HibernateTarget::product)
            .orElse(dialect.getClass().getSimpleName())
        + " "
        + dialect.getVersion().getMajor()
        + "."
        + dialect.getVersion().getMinor();
  }

  private List<org.hibernate.mapping.Table> mappedTables() {
    List<org.hibernate.mapping.Table> tables = new ArrayList<>();
    Database database = metadata.getDatabase();
    for (Namespace namespace : database.getNamespaces()) {
      tables.addAll(namespace.getTables());
    }
    tables.sort(Comparator.comparing(mapping.names()::of));
    return tables;
  }

  private List<Sequence> sequences() {
    List<Sequence> sequences = new ArrayList<>();
    for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
      for (org.hibernate.boot.model.relational.Sequence sequence : namespace.getSequences()) {
        sequences.add(sequence(sequence));
        options.add(sequence);
      }
    }
    sequences.sort(Comparator.comparing(Sequence::name));
    return sequences;
  }

  private Sequence sequence(org.hibernate.boot.model.relational.Sequence mapped) {
    Sequence sequence =
        Sequence.of(
                mapping
                    .names()
                    .of(
                        mapped.getName().getCatalogName(),
                        mapped.getName().getSchemaName(),
                        mapped.getName().getSequenceName()))
            .startingAt(mapped.getInitialValue())
            .incrementedBy(mapped.getIncrementSize());
    return isUncached(mapped) ? sequence.cache(1) : sequence;
  }

  /** On MariaDB, where a lost cache is a gap. */
  private boolean isUncached(org.hibernate.boot.model.relational.Sequence mapped) {
    String name = mapped.getName().getSequenceName().getText();
    return Stream.of(
            mapping
                .hibernateDialect()
                .getSequenceSupport()
                .getCreateSequenceStrings(
                    name, mapped.getInitialValue(), mapped.getIncrementSize()))
        .anyMatch(sql -> sql.endsWith(" nocache"));
  }

  private Schema folded(
      List<Table> tables, List<View> views, List<Sequence> sequences, AuxiliaryObjects auxiliary) {
    Model model = Model.of(tables.stream().map(DeclaredTable::of).toList());
    Set<String> namespaces = new TreeSet<>();
    Stream.of(
            tables.stream().map(Table::name),
            views.stream().map(View::name),
            sequences.stream().map(Sequence::name),
            auxiliary.enumTypes().stream().map(type -> type.name()))
        .flatMap(names -> names)
        .map(QualifiedName::namespace)
        .flatMap(Optional::stream)
        .forEach(namespaces::add);
    for (String namespace : namespaces) {
      model = model.withSchema(namespace);
    }
    for (dev.migrate.schema.EnumType type : auxiliary.enumTypes()) {
      model = model.with(type);
    }
    for (Sequence sequence : sequences) {
      model = model.with(sequence);
    }
    for (View view : views) {
      model = model.with(view);
    }
    try {
      return model.schema();
    } catch (MigrateException misfit) {
      throw new SchemaException(
          Facts.of("the entity classes do not make a schema")
              .with("reason", String.valueOf(misfit.getMessage()))
              .with("read with", madeBy())
              .next("correct the mappings that the reason names"));
    }
  }
}
