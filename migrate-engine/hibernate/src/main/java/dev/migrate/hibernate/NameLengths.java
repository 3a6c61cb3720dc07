package dev.migrate.hibernate;

import dev.migrate.dialect.Capabilities;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Names that are too long for the database, which would cut or refuse them. */
record NameLengths(Mapping mapping) {

  static void check(Mapping mapping, List<Table> tables, List<Sequence> sequences) {
    NameLengths lengths = new NameLengths(mapping);
    for (Table table : tables) {
      lengths.check("table " + table.name(), table.name().name());
      table
          .columns()
          .forEach(one -> lengths.check("column " + table.name() + "." + one.name(), one.name()));
      table
          .constraints()
          .forEach(one -> lengths.check("constraint of table " + table.name(), one.requiredName()));
      table
          .indexes()
          .forEach(one -> lengths.check("index of table " + table.name(), one.requiredName()));
    }
    sequences.forEach(one -> lengths.check("sequence " + one.name(), one.name().name()));
  }

  private void check(String where, String name) {
    Capabilities database = mapping.dialect().capabilities();
    boolean bytes = database.nameLengthInBytes();
    int length =
        bytes
            ? name.getBytes(StandardCharsets.UTF_8).length
            : name.codePointCount(0, name.length());
    if (length > database.nameLength()) {
      mapping.problem(
          where
              + ": the name "
              + name
              + " has "
              + length
              + (bytes ? " bytes" : " characters")
              + ", but "
              + database.database()
              + " takes at most "
              + database.nameLength());
    }
  }
}
