package io.tetherkey.protocol.phone.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTextTest {

    @Test
    void ordinaryNamesStayAsTheyAre() {
        for (String name :
                List.of("Lotus Tea House 荷塘茶舍", "Café Zürich & Sons", "Ünïcode", "🍵 Tea", "مقهى", "क़हवा")) {
            assertThat(VisibleText.of(name)).isEqualTo(name);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "202E, right-to-left override",
        "202A, left-to-right embedding",
        "2066, left-to-right isolate",
        "2069, pop directional isolate",
        "200B, zero width space",
        "200D, zero width joiner",
        "200F, right-to-left mark",
        "FEFF, byte order mark",
        "00AD, soft hyphen",
        "2060, word joiner",
        "2028, line separator",
        "000A, line feed",
        "0009, tab",
        "00A0, no-break space",
        "2003, em space",
        "3164, Hangul filler",
        "2800, empty Braille cell",
        "FE0F, variation selector",
        "E000, private use",
        "0378, unassigned"
    })
    void hiddenCharacterIsSpelledOut(String hex, String name) {
        String hidden = Character.toString(Integer.parseInt(hex, 16));

        assertThat(VisibleText.of("Lo" + hidden + "tus")).as(name).isEqualTo("Lo‹U+" + hex + "›tus");
    }

    @Test
    void pileOfMarksAndRunOfSpacesAreSpelledOut() {
        assertThat(VisibleText.of("a\u0301\u0302\u0303")).isEqualTo("a\u0301\u0302‹U+0303›");
        assertThat(VisibleText.of("a  b")).isEqualTo("a ‹U+0020›b");
    }

    @Test
    void noFormatOrControlCharacterGetsThrough() {
        List<Integer> through = new ArrayList<>();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            int type = Character.getType(c);
            boolean hides = type == Character.FORMAT || type == Character.CONTROL;
            if (hides && VisibleText.of(Character.toString(c)).contains(Character.toString(c))) {
                through.add(c);
            }
        }
        assertThat(through).isEmpty();
    }
}
