package dev.migrate.hibernate;

import dev.migrate.schema.DataType;
import dev.migrate.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Table;

/**
 * Two entities for one table: Hibernate takes the first definition of a column and says nothing of
 * the other.
 */
record Contradictions(Mapping mapping, TypeTexts types) {

  void report() {
    List<PersistentClass> entities = new ArrayList<>(mapping.metadata().getEntityBindings());
    entities.sort(Comparator.comparing(PersistentClass::getEntityName));
    for (PersistentClass first : entities) {
      for (PersistentClass second : entities) {
        boolean ordered = first.getEntityName().compareTo(second.getEntityName()) < 0;
        if (ordered
            && first.getTable().equals(second.getTable())
            && first.getRootClass() != second.getRootClass()
            && first.getTable().isPhysicalTable()) {
          report(first, second);
        }
      }
    }
  }

  private void report(PersistentClass first, PersistentClass second) {
    for (Column column : columns(first)) {
      for (Column other : columns(second)) {
        boolean same = mapping.names().of(column).equals(mapping.names().of(other));
        if (same && !type(column).equals(type(other))) {
          QualifiedName table = mapping.names().of(first.getTable());
          mapping.problem(
              "column "
                  + table
                  + "."
                  + mapping.names().of(column)
                  + " is "
                  + type(column)
                  + " in "
                  + first.getEntityName()
                  + " and "
                  + type(other)
                  + " in "
                  + second.getEntityName());
        }
      }
    }
  }

  private DataType type(Column column) {
    return types.read(
        ColumnDefinition.of(column.getSqlType(mapping.metadata())).type(),
        mapping.names().of(column));
  }

  private static List<Column> columns(PersistentClass entity) {
    Table table = entity.getTable();
    List<Column> columns = new ArrayList<>();
    for (Property property : entity.getProperties()) {
      if (table.equals(property.getValue().getTable())) {
        columns.addAll(property.getColumns());
      }
    }
    return columns;
  }
}
