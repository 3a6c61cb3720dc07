package dev.migrate.picture;

import dev.migrate.schema.Column;
import dev.migrate.schema.DecimalType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SimpleType;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableElement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Schemas as applications have them: some tables to which many refer, lines, and single tables. */
final class Schemas {

  private static final List<String> TABLES =
      List.of(
          "account",
          "invoice",
          "invoice_line",
          "customer",
          "product",
          "warehouse",
          "shipment",
          "address",
          "payment",
          "refund",
          "session",
          "audit_entry",
          "employee",
          "department");

  private static final List<String> COLUMNS =
      List.of(
          "name",
          "email",
          "created_at",
          "amount",
          "quantity",
          "description",
          "status",
          "valid_from",
          "external_reference");

  private Schemas() {}

  static Schema random(int size, long seed) {
    Random random = new Random(seed);
    Schema schema = Schema.empty();
    List<QualifiedName> names = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String word = TABLES.get(i % TABLES.size());
      QualifiedName name = QualifiedName.of(i < TABLES.size() ? word : word + "_" + i);
      schema = schema.with(table(name, names, i, random));
      names.add(name);
    }
    return schema;
  }

  private static Table table(QualifiedName name, List<QualifiedName> names, int i, Random random) {
    List<TableElement> elements = new ArrayList<>();
    elements.add(Column.of("id", SimpleType.BIGINT));
    Set<String> columns = new LinkedHashSet<>();
    for (int k = 1 + random.nextInt(9); k > 0; k--) {
      columns.add(COLUMNS.get(random.nextInt(COLUMNS.size())));
    }
    for (String column : columns) {
      elements.add(
          Column.of(column, random.nextBoolean() ? SimpleType.INTEGER : new DecimalType(12, 2)));
    }
    Set<QualifiedName> targets = new LinkedHashSet<>();
    for (int k = i == 0 || i % 9 == 8 ? 0 : random.nextInt(3); k > 0; k--) {
      int far = random.nextInt(3) == 0 ? Math.min(3, i) : 0;
      targets.add(
          names.get(far > 0 ? random.nextInt(far) : Math.max(0, i - 1 - random.nextInt(6))));
    }
    if (i % 13 == 5) {
      targets.add(name);
    }
    for (QualifiedName target : targets) {
      String column = target.name() + "_id";
      elements.add(Column.of(column, SimpleType.BIGINT));
      elements.add(ForeignKey.of(List.of(column)).references(target, List.of()));
    }
    elements.add(PrimaryKey.of(List.of("id")));
    return Table.of(name, elements);
  }
}
