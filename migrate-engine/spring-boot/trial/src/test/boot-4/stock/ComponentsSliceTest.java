package stock;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.jdbc.core.JdbcTemplate;

/** From Spring Boot 4 on, slices see revisions that are components. */
@JdbcTest(properties = "migrate.revisions-beside=")
class ComponentsSliceTest {

  @Autowired private JdbcTemplate jdbc;

  @Test
  void theTableIsThere() {
    assertThat(jdbc.queryForObject("SELECT count(id) FROM shelf", Integer.class)).isZero();
  }
}
