package io.github.anomalydata.metrics;

import java.time.Duration;
import java.time.Instant;

/** Instants as nanoseconds since 1970 and as text, {@code 2026-11-24T12:00:00.123456789Z}. */
final class Times {
  static final long SECOND = 1_000_000_000;

  /** The length of an instant as text. */
  static final int LENGTH = 30;

  private static final long DAY = 86_400;

  // What fits into a long, with room to add an hour.
  private static final Instant FIRST = Instant.parse("1678-01-01T00:00:00Z");
  private static final Instant BEHIND_LAST = Instant.parse("2262-01-01T00:00:00Z");

  private Times() {}

  /**
   * Returns the nanoseconds since 1970, those of the years 1678 to 2261.
   *
   * @throws IllegalArgumentException if the instant lies beyond
   */
  static long nanos(String name, Instant instant) {
    if (instant.isBefore(FIRST) || !instant.isBefore(BEHIND_LAST)) {
      throw new IllegalArgumentException(name + ": from 1678 to 2261, got " + instant);
    }
    return clamped(instant);
  }

  /** Returns the nanoseconds since 1970, those of the nearest end for an instant beyond. */
  static long clamped(Instant instant) {
    Instant near =
        instant.isBefore(FIRST) ? FIRST : instant.isAfter(BEHIND_LAST) ? BEHIND_LAST : instant;
    return near.getEpochSecond() * SECOND + near.getNano();
  }

  /** Returns the nanoseconds of a duration, the most there are for a longer one. */
  static long saturated(Duration duration) {
    return duration.toSeconds() >= Long.MAX_VALUE / SECOND ? Long.MAX_VALUE : duration.toNanos();
  }

  static Instant instant(long nanos) {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
  }

  /** Writes an instant with nine decimals; the calendar is H. Hinnant's, days to civil. */
  static int write(long nanos, byte[] to, int at) {
    long seconds = Math.floorDiv(nanos, SECOND);
    long shifted = Math.floorDiv(seconds, DAY) + 719_468;
    int second = (int) Math.floorMod(seconds, DAY);
    long era = Math.floorDiv(shifted, 146_097);
    int dayOfEra = (int) (shifted - era * 146_097);
    int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int shiftedMonth = (5 * dayOfYear + 2) / 153;
    int month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
    int year = (int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0);
    int day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1;
    digits(year, 4, to, at);
    to[at + 4] = '-';
    digits(month, 2, to, at + 5);
    to[at + 7] = '-';
    digits(day, 2, to, at + 8);
    to[at + 10] = 'T';
    digits(second / 3600, 2, to, at + 11);
    to[at + 13] = ':';
    digits(second / 60 % 60, 2, to, at + 14);
    to[at + 16] = ':';
    digits(second % 60, 2, to, at + 17);
    to[at + 19] = '.';
    digits((int) Math.floorMod(nanos, SECOND), 9, to, at + 20);
    to[at + 29] = 'Z';
    return at + LENGTH;
  }

  private static void digits(int value, int count, byte[] to, int at) {
    int rest = value;
    for (int i = count - 1; i >= 0; i--) {
      to[at + i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if the text is anything else
   */
  static long read(byte[] text, int at, int length) {
    if (length == LENGTH
        && text[at + 4] == '-'
        && text[at + 7] == '-'
        && text[at + 10] == 'T'
        && text[at + 13] == ':'
        && text[at + 16] == ':'
        && text[at + 19] == '.'
        && text[at + 29] == 'Z') {
      int year = number(text, at, 4);
      int month = number(text, at + 5, 2);
      int day = number(text, at + 8, 2);
      int hour = number(text, at + 11, 2);
      int minute = number(text, at + 14, 2);
      int second = number(text, at + 17, 2);
      if (year >= 1678
          && year <= 2261
          && month >= 1
          && month <= 12
          && day >= 1
          && day <= 31
          && hour < 24
          && minute < 60
          && second < 60) {
        long seconds = days(year, month, day) * DAY + hour * 3600L + minute * 60L + second;
        return seconds * SECOND + number(text, at + 20, 9);
      }
    }
    throw new IllegalArgumentException("no instant like 2026-11-24T12:00:00.123456789Z");
  }

  private static long days(int year, int month, int day) {
    int shifted = month <= 2 ? year - 1 : year;
    int era = shifted / 400;
    int yearOfEra = shifted - era * 400;
    int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * 146_097L
        + yearOfEra * 365L
        + yearOfEra / 4
        - yearOfEra / 100
        + dayOfYear
        - 719_468;
  }

  private static int number(byte[] text, int at, int count) {
    int value = 0;
    for (int i = at; i < at + count; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        throw new IllegalArgumentException("no instant like 2026-11-24T12:00:00.123456789Z");
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
