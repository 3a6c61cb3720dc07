package dev.migrate.engine.names;

import dev.migrate.dialect.NameSpaces;
import dev.migrate.dialect.NameSpaces.Kind;
import dev.migrate.dialect.NameSpaces.Place;
import dev.migrate.operation.Operation;
import dev.migrate.schema.ChosenName;
import dev.migrate.schema.QualifiedName;
import dev.migrate.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names that are taken in a database while operations are carried out one after the other. Each
 * operation costs as much as what it changes. Not thread-safe.
 *
 * @param <O> where something comes from: its revision
 */
public final class TakenNames<O> {

  /**
   * A name that is taken.
   *
   * @param claim what takes it
   * @param origin where that comes from
   * @param <O> the type of the origin
   */
  public record Taken<O>(NameClaim claim, O origin) {}

  /**
   * Two things that cannot have the same name.
   *
   * @param claim what wants the name
   * @param taken what has it
   * @param place what they share
   * @param <O> the type of the origin
   */
  public record Clash<O>(NameClaim claim, Taken<O> taken, Place place) {}

  private final NameSpaces spaces;
  private final Map<Place, List<Taken<O>>> byPlace = new HashMap<>();
  private final Map<QualifiedName, List<Taken<O>>> byOwner = new HashMap<>();
  private final Map<String, Integer> constraints = new HashMap<>();

  /**
   * No name is taken yet.
   *
   * @param spaces which names the database keeps apart
   */
  public TakenNames(NameSpaces spaces) {
    this.spaces = spaces;
  }

  /**
   * Takes all names of a schema.
   *
   * @param origin where all of it comes from
   */
  public void add(Schema schema, O origin) {
    change(Schema.empty(), schema, RenamedObjects.NONE, origin);
  }

  /**
   * Carries out an operation.
   *
   * @param origin where it comes from
   * @return the first name that it takes although it is taken, if any
   */
  public Optional<Clash<O>> apply(Operation operation, Schema before, Schema after, O origin) {
    return change(before, after, RenamedObjects.of(operation), origin);
  }

  private Optional<Clash<O>> change(Schema before, Schema after, RenamedObjects moves, O origin) {
    Map<QualifiedName, List<Taken<O>>> released = new HashMap<>();
    List<QualifiedName> changed = new ArrayList<>(after.changedSince(before));
    // What was moved takes along what it had, before another object can take the old name.
    changed.sort(Comparator.comparing(name -> moves.before(name).equals(name)));
    for (QualifiedName name : changed) {
      List<Taken<O>> all = byOwner.remove(name);
      released.put(name, all == null ? new ArrayList<>() : all);
    }
    released.values().forEach(all -> all.forEach(this::free));
    List<NameClaim> wanted = new ArrayList<>();
    for (QualifiedName name : changed) {
      List<Taken<O>> known = released.getOrDefault(moves.before(name), new ArrayList<>());
      for (NameClaim claim : NameClaims.of(after, name)) {
        Optional<Taken<O>> same = same(moves.before(claim), known);
        if (same.isPresent()) {
          known.remove(same.get());
          NameClaim kept = claim.named(same.get().claim().name());
          take(kept, places(kept), same.get().origin());
        } else {
          wanted.add(claim);
        }
      }
    }
    return takeAll(wanted, origin);
  }

  /**
   * Whether a name can be taken.
   *
   * @param claim what would take it
   * @return true if nothing that shares a space with it has the name
   */
  public boolean isFree(NameClaim claim) {
    return clash(claim, places(claim)).isEmpty();
  }

  private static <O> Optional<Taken<O>> same(NameClaim claim, List<Taken<O>> known) {
    for (Taken<O> taken : known) {
      if (taken.claim().isForTheSame(claim)) {
        return Optional.of(taken);
      }
    }
    return Optional.empty();
  }

  /** The sequence of an identity comes before its table, and the constraints of NOT NULL last. */
  private Optional<Clash<O>> takeAll(List<NameClaim> wanted, O origin) {
    wanted.sort(Comparator.comparing(claim -> rank(claim.kind())));
    Optional<Clash<O>> first = Optional.empty();
    for (NameClaim claim : wanted) {
      NameClaim named = claim.kind().isChosen() ? chosen(claim) : claim;
      List<Place> places = places(named);
      first = first.isPresent() ? first : clash(named, places);
      take(named, places, origin);
    }
    return first;
  }

  private static int rank(Kind kind) {
    return switch (kind) {
      case IDENTITY -> 0;
      case NOT_NULL -> 2;
      default -> 1;
    };
  }

  /** The name that the database chooses: with the first number for which it is free. */
  private NameClaim chosen(NameClaim claim) {
    NameClaim named = claim;
    for (int number = 1; isUsed(named); number++) {
      String label = (claim.kind() == Kind.IDENTITY ? "seq" : "not_null") + number;
      named = claim.named(ChosenName.of(claim.owner().name(), claim.column(), label));
    }
    return named;
  }

  /** PostgreSQL chooses names of constraints that no constraint of the whole schema has. */
  private boolean isUsed(NameClaim claim) {
    return claim.kind() == Kind.NOT_NULL
        ? constraints.containsKey(constraint(claim))
        : !isFree(claim);
  }

  private Optional<Clash<O>> clash(NameClaim claim, List<Place> places) {
    for (Place place : places) {
      List<Taken<O>> others = byPlace.getOrDefault(place, List.of());
      if (!others.isEmpty()) {
        return Optional.of(new Clash<>(claim, others.get(0), place));
      }
    }
    return Optional.empty();
  }

  private List<Place> places(NameClaim claim) {
    return spaces.places(claim.kind(), claim.owner(), claim.name());
  }

  private void take(NameClaim claim, List<Place> places, O origin) {
    if (places.isEmpty()) {
      return;
    }
    Taken<O> taken = new Taken<>(claim, origin);
    byOwner.computeIfAbsent(claim.owner(), owner -> new ArrayList<>()).add(taken);
    places.forEach(p -> byPlace.computeIfAbsent(p, place -> new ArrayList<>(1)).add(taken));
    if (isConstraint(claim.kind())) {
      constraints.merge(constraint(claim), 1, Integer::sum);
    }
  }

  private void free(Taken<O> taken) {
    for (Place place : places(taken.claim())) {
      byPlace.computeIfPresent(
          place,
          (key, all) -> {
            all.remove(taken);
            return all.isEmpty() ? null : all;
          });
    }
    if (isConstraint(taken.claim().kind())) {
      constraints.computeIfPresent(
          constraint(taken.claim()), (name, count) -> count == 1 ? null : count - 1);
    }
  }

  private static boolean isConstraint(Kind kind) {
    return switch (kind) {
      case PRIMARY_KEY, KEY, FOREIGN_KEY, CHECK, NOT_NULL -> true;
      default -> false;
    };
  }

  private static String constraint(NameClaim claim) {
    return claim.owner().namespace().orElse("") + '\0' + claim.name();
  }
}
