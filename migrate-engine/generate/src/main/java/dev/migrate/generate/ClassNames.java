package dev.migrate.generate;

import java.util.Set;

/** The names of classes that the source of a revision may name. */
final class ClassNames {

  /** A revision with one of these names would hide the class. */
  static final Set<String> NAMED =
      Set.of(
          "Base64",
          "BigDecimal",
          "DialectName",
          "EnumLabels",
          "Instant",
          "Lineage",
          "List",
          "LocalDate",
          "LocalDateTime",
          "LocalTime",
          "Object",
          "Operations",
          "Override",
          "Reconciliation",
          "Revision",
          "RevisionId",
          "Row",
          "Stream",
          "String",
          "UUID");

  private ClassNames() {}
}
