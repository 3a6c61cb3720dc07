package dev.migrate.engine.lease;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What the table of a lease says. Immutable.
 *
 * @param now the time of the server when it was read, in UTC
 * @param token counts the holders; each has a greater one than all before
 * @param holder who holds the lease; empty if nobody does
 * @param acquiredAt since when
 * @param expiresAt until when, unless it is renewed
 * @param length for how long it is renewed each time
 * @param renewals counts the renewals
 * @param working what the holder was doing when it renewed the lease last
 */
record LeaseRow(
    LocalDateTime now,
    long token,
    Optional<String> holder,
    Optional<LocalDateTime> acquiredAt,
    Optional<LocalDateTime> expiresAt,
    Duration length,
    long renewals,
    Optional<String> working) {

  boolean isFree() {
    return holder.isEmpty();
  }

  /** Whether it has expired by the clock of the server. */
  boolean isExpired() {
    return expiresAt.isEmpty() || !now.isBefore(expiresAt.orElseThrow());
  }

  boolean isSame(LeaseRow other) {
    return token == other.token && renewals == other.renewals;
  }

  /** A token that is greater than this one, and than any that was given out before now. */
  long nextToken() {
    return Math.max(token + 1, firstToken(now));
  }

  /** Microseconds since 1970: also where the rows were removed, no token comes again. */
  static long firstToken(LocalDateTime now) {
    return ChronoUnit.MICROS.between(LocalDateTime.of(1970, 1, 1, 0, 0), now);
  }

  /** The holder in words. */
  Optional<String> description() {
    return holder.map(
        who ->
            who
                + acquiredAt.map(at -> ",\nsince " + time(at)).orElse("")
                + expiresAt.map(at -> ", until " + time(at)).orElse("")
                + ", and it is "
                + time(now)
                + working.map(what -> ",\nat " + what).orElse(""));
  }

  private static String time(LocalDateTime time) {
    return time.truncatedTo(ChronoUnit.MILLIS) + " UTC";
  }
}
