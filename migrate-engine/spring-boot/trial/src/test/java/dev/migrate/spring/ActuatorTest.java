package dev.migrate.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The endpoint and the health indicator over HTTP. */
class ActuatorTest {

  private final Database database = Database.create();

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  private ConfigurableApplicationContext start(String... more) {
    return new SpringApplicationBuilder(Small.class)
        .properties(
            database.property(),
            "server.port=0",
            "management.endpoints.web.exposure.include=migrate,health",
            "management.endpoint.health.show-details=always")
        .properties(more)
        .run("--spring.main.web-application-type=servlet");
  }

  private static HttpResponse<String> get(ConfigurableApplicationContext context, String path)
      throws Exception {
    String port = context.getEnvironment().getProperty("local.server.port");
    URI uri = URI.create("http://localhost:" + port + "/actuator/" + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void pendingRevisionsAreOutOfServiceUntilTheyRan() throws Exception {
    try (var context = start("migrate.on-start=none")) {
      HttpResponse<String> health = get(context, "health");
      assertThat(health.statusCode()).isEqualTo(503);
      assertThat(JsonPath.<String>read(health.body(), "$.components.migrate.status"))
          .isEqualTo("OUT_OF_SERVICE");
      assertThat(
              JsonPath.<Object>read(health.body(), "$.components.migrate.details.migrator.pending"))
          .hasToString("[\"create_products\",\"name_products\"]");

      String before = get(context, "migrate").body();
      assertThat(JsonPath.<Object>read(before, "$.migrators.migrator.pending"))
          .hasToString("[\"create_products\",\"name_products\"]");

      context.getBean(dev.migrate.engine.Migrator.class).upgrade();

      assertThat(get(context, "health").statusCode()).isEqualTo(200);
      String after = get(context, "migrate").body();
      assertThat(JsonPath.<Object>read(after, "$.migrators.migrator.pending")).hasToString("[]");
      assertThat(JsonPath.<Object>read(after, "$.migrators.migrator.revisions[*].state"))
          .hasToString("[\"DONE\",\"DONE\"]");
      assertThat(JsonPath.<String>read(after, "$.migrators.migrator.revisions[0].message"))
          .isEqualTo("products without a name");
      assertThat(after).contains("\"isHead\"").doesNotContain("jdbc:");
    }
  }
}
