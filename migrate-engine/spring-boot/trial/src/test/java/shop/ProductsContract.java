package shop;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A test slice sees the tables of the revisions. */
abstract class ProductsContract {

  @Autowired private DataSource source;

  @Test
  void theTablesOfTheRevisionsAreThere() {
    JdbcTemplate jdbc = new JdbcTemplate(source);

    assertThat(jdbc.queryForObject("SELECT count(name) FROM product", Integer.class)).isZero();
    assertThat(jdbc.queryForList("SELECT id FROM migrate_history ORDER BY position", String.class))
        .containsExactly("create_products", "name_products");
  }
}
