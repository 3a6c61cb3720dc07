package dev.migrate.model;

import static dev.migrate.Ddl.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.error.SchemaException;
import org.junit.jupiter.api.Test;

/** A model that does not make a schema is refused with everything that does not fit. */
class ModelProblemsTest {

  @Test
  void allProblemsAreReportedTogetherWithWhereTheyAre() {
    Model model =
        Model.of(
                table("post", column("author_id", bigint()), column("mood", enumType("mood"))),
                table(
                    "comment",
                    column("post_id", bigint()),
                    foreignKey("post_id").references("posts")),
                table("team", column("id", bigint()), primaryKey("id")),
                table("team", column("id", bigint()), primaryKey("id")))
            .withView("names", view("SELECT name FROM team").reads("team", "name"));

    assertThatThrownBy(model::schema)
        .isInstanceOf(SchemaException.class)
        .hasMessage(
            """
            the model does not make a schema
              problem    there is no enum type "mood"
                           known      none
                           in         table post
              problem    the name team is taken by a table
                           in         table team
              problem    there is no table "posts"
                           known      comment, team
                           in         constraint fk_comment_post_id of table comment
              problem    there is no column "name" in table team
                           known      id
                           in         view names
              next       correct the model\
            """);
  }
}
