package dev.migrate.engine.branch;

import dev.migrate.dialect.NameSpaces;
import dev.migrate.dialect.NameSpaces.Place;
import dev.migrate.engine.names.NameClaim;
import dev.migrate.engine.names.NameClaims;
import dev.migrate.operation.Cell;
import dev.migrate.operation.ForDialect;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whether two operations of parallel branches take or free the same name. */
final class NameClash {

  private NameClash() {}

  /**
   * The space in which two operations take or free the same name.
   *
   * @return the space in words; empty if the database keeps the two apart
   */
  static Optional<String> of(NameSpaces spaces, Cell name, Effect one, Effect other) {
    NameSpaces ignoringCase = spaces.ignoringCase();
    Set<Place> mine = places(ignoringCase, one, name);
    return places(ignoringCase, other, name).stream()
        .filter(mine::contains)
        .findFirst()
        .map(place -> place.space().toString());
  }

  /** Whether the database chooses the name that an operation takes or frees. */
  static boolean isChosen(Cell name, Effect effect) {
    List<NameClaim> claims = claims(effect, name);
    return !claims.isEmpty() && claims.stream().allMatch(claim -> claim.kind().isChosen());
  }

  private static Set<Place> places(NameSpaces spaces, Effect effect, Cell name) {
    Set<Place> places = new HashSet<>();
    for (NameClaim claim : claims(effect, name)) {
      places.addAll(spaces.places(claim.kind(), claim.owner(), claim.name()));
    }
    return places;
  }

  private static List<NameClaim> claims(Effect effect, Cell name) {
    String wanted =
        switch (name.aspect()) {
          case NAME -> name.object().map(QualifiedName::name).orElse("");
          case CONSTRAINT -> name.detail();
          default -> "";
        };
    return NameClaims.changed(effect.before(), after(effect)).stream()
        .filter(claim -> claim.name().toLowerCase(Locale.ROOT).equals(wanted))
        .toList();
  }

  /** A group for one dialect takes its names there, wherever branches are compared. */
  private static Schema after(Effect effect) {
    return effect.operation() instanceof ForDialect group
        ? AncestorSchemas.run(group.operations(), effect.before()).orElse(effect.after())
        : effect.after();
  }
}
