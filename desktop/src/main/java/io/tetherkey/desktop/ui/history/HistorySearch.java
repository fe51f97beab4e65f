package io.tetherkey.desktop.ui.history;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the user searches for: an entry is found if it contains every word, wherever and however written. */
record HistorySearch(List<String> words) {

    HistorySearch {
        words = List.copyOf(words);
    }

    static HistorySearch of(String typed) {
        return new HistorySearch(Arrays.stream(plain(typed).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    boolean finds(List<String> facts) {
        String all = plain(String.join(" ", facts));
        return words.stream().allMatch(all::contains);
    }

    /** Amounts are found with and without their thousands apart. */
    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("(?<=\\d),(?=\\d)", "");
    }
}
