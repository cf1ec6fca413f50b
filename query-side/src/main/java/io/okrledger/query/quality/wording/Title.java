package io.okrledger.query.quality.wording;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A title as words in lower case, whatever punctuation, emoji, case or form of Unicode it was typed in.
 *
 * @param words numbers among them, each with what is written to it: {@code 5,000}, {@code 95%}, {@code v2}
 */
record Title(List<String> words) {

    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}'’.,/-]*[\\p{L}\\p{M}\\p{N}])?%?");
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}[\\p{Nd}.,]*(?:%|k|m|bn|x)?");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    static Title of(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return new Title(
                WORD.matcher(plain).results().map(match -> match.group()).toList());
    }

    /** The words from the first that is no mere filler. */
    List<String> core() {
        var fillers = (int) words.stream().takeWhile(Words.FILLERS::contains).count();
        return words.subList(fillers, words.size());
    }

    /** The word that the title begins with, when fillers are left out; empty without any. */
    String opening() {
        return word(core(), 0);
    }

    /** The word after that, {@code 5} for {@code five}. */
    String second() {
        var word = word(core(), 1);
        return Objects.requireNonNullElse(Words.NUMBERS.get(word), word);
    }

    String last() {
        return word(words, words.size() - 1);
    }

    /** Whether it leads on from its opening to what that brings. */
    boolean tellsOutcome() {
        return core().stream().skip(1).anyMatch(Words.OUTCOMES::contains);
    }

    boolean isPureNumber() {
        return words.stream().anyMatch(Words.PURE_NUMBERS::contains);
    }

    /** The first number, as it is written. A year, a quarter and the name of a release are none. */
    @Nullable String number() {
        return words.stream().filter(Title::isNumber).findFirst().orElse(null);
    }

    private static boolean isNumber(String word) {
        return Words.NUMBERS.containsKey(word)
                || (NUMBER.matcher(word).matches() && !YEAR.matcher(word).matches());
    }

    private static String word(List<String> words, int index) {
        return index >= 0 && index < words.size() ? words.get(index) : "";
    }
}
