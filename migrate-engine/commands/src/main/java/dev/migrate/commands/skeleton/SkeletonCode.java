package dev.migrate.commands.skeleton;

/** The Java files of a skeleton, with names in braces to be replaced. */
final class SkeletonCode {

  static final String DB =
      """
      package {package};

      import static dev.migrate.Ddl.*;

      import {package}.revision.AppRevisions;
      import dev.migrate.commands.DbCommand;
      import dev.migrate.engine.Migrator;
      import org.jdbi.v3.core.Jdbi;

      /** The commands: {@code db migrate -m "add email"}, {@code db upgrade}, {@code db --help}. */
      public final class Db {

        private Db() {}

        public static void main(String... arguments) {
          System.exit(
              DbCommand.of(Db::migrator)
                  .model(AppModel.MODEL)
                  .dialect({DIALECT})
                  .revisionsBeside(AppRevisions.class)
                  .run(arguments));
        }

        /** What migrates the database; an application may call {@code upgrade()} when it starts. */
        public static Migrator migrator() {
          String url = System.getenv().getOrDefault("JDBC_URL", "{url}");
          return Migrator.on(Jdbi.create(url)).revisions(AppRevisions.all()).build();
        }
      }
      """;

  static final String MODEL =
      """
      package {package};

      import static dev.migrate.Ddl.*;

      import dev.migrate.model.Model;

      /** The schema that the application wants. Change it, then run {@code db migrate}. */
      public final class AppModel {

        public static final Model MODEL =
            Model.of(
                table(
                    "account",
                    column("id", bigint()).identity(),
                    column("login", varchar(64)).notNull(),
                    primaryKey("id"),
                    unique("login")));

        private AppModel() {}
      }
      """;

  static final String HIBERNATE_MODEL =
      """
      package {package};

      import dev.migrate.hibernate.HibernateModel;
      import dev.migrate.model.SchemaSource;

      /** The schema that the entities declare. Change them, then run {@code db migrate}. */
      public final class AppModel {

        public static final SchemaSource MODEL = HibernateModel.of(Account.class);

        private AppModel() {}
      }
      """;

  static final String ENTITY =
      """
      package {package};

      import jakarta.persistence.Column;
      import jakarta.persistence.Entity;
      import jakarta.persistence.GeneratedValue;
      import jakarta.persistence.GenerationType;
      import jakarta.persistence.Id;

      /** Somebody who can log in. */
      @Entity
      public class Account {

        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        private Long id;

        @Column(nullable = false, length = 64, unique = true)
        private String login;
      }
      """;

  static final String REVISIONS =
      """
      package {package}.revision;

      import dev.migrate.Revision;
      import dev.migrate.engine.Revisions;
      import java.util.List;

      /** The revisions of the database: all classes of this package that are one. */
      public final class AppRevisions {

        private AppRevisions() {}

        public static List<Revision> all() {
          return Revisions.beside(AppRevisions.class);
        }
      }
      """;

  static final String TEST =
      """
      package {package}.revision;

      import {package}.AppModel;
      import dev.migrate.model.SchemaSource;
      import dev.migrate.testkit.Databases;
      import dev.migrate.testkit.RevisionContract;
      import dev.migrate.testkit.Scenario;
      import java.util.Optional;

      /** The tests that every list of revisions should pass, on H2. */
      class AppRevisionsTest implements RevisionContract {

        @Override
        public Scenario scenario() {
          return Scenario.of(AppRevisions.all()).on(Databases.h2());
        }

        @Override
        public Optional<SchemaSource> model() {
          return Optional.of(AppModel.MODEL);
        }
      }
      """;

  private SkeletonCode() {}
}
