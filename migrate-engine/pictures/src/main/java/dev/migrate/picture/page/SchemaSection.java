package dev.migrate.picture.page;

import dev.migrate.picture.schema.SchemaDrawing;
import dev.migrate.picture.svg.Markup;
import dev.migrate.picture.svg.SchemaSvg;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.View;
import java.util.Optional;

/** The schema as an entity diagram. */
record SchemaSection(Finding<Schema> schema, Optional<SchemaDrawing> tables, boolean isUpgraded)
    implements Section {

  /** Of more tables, the layout takes too long and nobody would find one. */
  private static final int MOST = 200;

  private static final int NAMES = 1_000;

  @Override
  public String id() {
    return "schema";
  }

  @Override
  public String heading() {
    return "Schema";
  }

  @Override
  public void write(Markup page) {
    if (schema.value().isEmpty() || tables.isEmpty()) {
      Texts.problem("It is not known what the revisions make.", schema.problem(), page);
      return;
    }
    Schema made = schema.value().get();
    Texts.paragraph(
        isUpgraded
            ? "What the revisions make, when all are applied. Changes by pending ones are marked."
            : "What the applied revisions make.",
        page);
    int count = tables.get().tables().size();
    if (count == 0) {
      Texts.paragraph("There are no tables.", page);
    } else if (count > MOST) {
      Texts.paragraph(
          "No diagram: " + count + " tables are more than the " + MOST + " that it can show.",
          page);
      Texts.list("Tables:", made.tables().stream().map(Table::name).toList(), NAMES, page);
    } else {
      diagram(tables.get(), page);
    }
    Texts.list("Views:", made.views().stream().map(View::name).toList(), NAMES, page);
    Texts.list("Sequences:", made.sequences().stream().map(Sequence::name).toList(), NAMES, page);
    Texts.list("Enum types:", made.enumTypes().stream().map(EnumType::name).toList(), NAMES, page);
  }

  private static void diagram(SchemaDrawing drawing, Markup page) {
    page.single("input", "type", "checkbox", "id", "fit", "class", "fit");
    page.element("label", " Fit to the width of the page", "for", "fit").line();
    page.open("div", "class", "scroll", "tabindex", "0");
    page.raw(SchemaSvg.of(drawing).inline()).close().line();
  }
}
