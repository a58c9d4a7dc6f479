package io.github.anomalydata.cli.plot;

import java.util.List;
import java.util.Map;

/**
 * Letters made of strokes. A stroke is a list of points, two digits each: x from 0 to 4, and y from
 * 0 at the top over 6, where a line stands, to 8.
 */
final class Letters {
  /** From one letter to the next. */
  static final int ADVANCE = 6;

  private static final Map<Character, List<String>> STROKES =
      Map.ofEntries(
          Map.entry('0', List.of("103041453616050110")),
          Map.entry('1', List.of("012026")),
          Map.entry('2', List.of("011030414206", "0646")),
          Map.entry('3', List.of("0110304142334445361605", "1333")),
          Map.entry('4', List.of("36300444")),
          Map.entry('5', List.of("4000033344453606")),
          Map.entry('6', List.of("30120305163645443303")),
          Map.entry('7', List.of("004016")),
          Map.entry('8', List.of("103041423313020110", "133344453616050413")),
          Map.entry('9', List.of("16344341301001021343")),
          Map.entry('a', List.of("12324346", "4414051636")),
          Map.entry('b', List.of("0006", "0312324345361605")),
          Map.entry('c', List.of("43321203051636")),
          Map.entry('d', List.of("4046", "4332120305163645")),
          Map.entry('e', List.of("044443321203051636")),
          Map.entry('f', List.of("30201116", "0232")),
          Map.entry('g', List.of("4332120305163645", "4247381807")),
          Map.entry('h', List.of("0006", "0312324346")),
          Map.entry('i', List.of("2226", "20")),
          Map.entry('l', List.of("2026")),
          Map.entry('m', List.of("0206", "03122326", "23324346")),
          Map.entry('n', List.of("0206", "0312324346")),
          Map.entry('o', List.of("123243453616050312")),
          Map.entry('p', List.of("0208", "0312324345361605")),
          Map.entry('r', List.of("0206", "03123243")),
          Map.entry('s', List.of("43321203143445361605")),
          Map.entry('t', List.of("20253645", "0232")),
          Map.entry('u', List.of("0205163645", "4246")),
          Map.entry('k', List.of("0006", "4204", "1346")),
          Map.entry('q', List.of("4248", "4332120305163645")),
          Map.entry('v', List.of("022642")),
          Map.entry('w', List.of("0216233642")),
          Map.entry('x', List.of("0246", "4206")),
          Map.entry('y', List.of("0226", "420818")),
          Map.entry('z', List.of("02420646")),
          Map.entry('B', List.of("0006", "003041423303", "3344453606")),
          Map.entry('H', List.of("0006", "4046", "0343")),
          Map.entry('.', List.of("26")),
          Map.entry('+', List.of("0444", "2226")),
          Map.entry('-', List.of("0434")),
          Map.entry(' ', List.of()));

  private Letters() {}

  static List<String> strokes(char letter) {
    List<String> strokes = STROKES.get(letter);
    if (strokes == null) {
      throw new IllegalArgumentException("letter: one that is drawn, got '" + letter + "'");
    }
    return strokes;
  }
}
