package dev.migrate.guide;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.model.Model;
import org.junit.jupiter.api.Test;

/** The examples about models and generated revisions. */
class ModelsTest {

  @Test
  void aModelHasMoreThanTables() {
    // snippet: model-more
    Model model =
        AppModel.model()
            .withSchema("billing")
            .withEnumType("mood", "happy", "so_so", "sad")
            .with(sequence("invoice_number").startingAt(1000))
            .with(
                table(
                    "billing.invoice",
                    column("number", bigint()).notNull().defaultTo(nextValue("invoice_number")),
                    column("mood", enumType("mood")),
                    primaryKey("number")))
            .withView("rich", view("SELECT id FROM account WHERE balance > 1000").reads("account"));
    // end
    assertThat(model.schema().toString())
        .contains("table billing.invoice", "view rich", "sequence invoice_number");
  }
}
