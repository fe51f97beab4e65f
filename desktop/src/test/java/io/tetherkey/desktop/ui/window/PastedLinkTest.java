package io.tetherkey.desktop.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedLinkTest {

    private static final String LINK = "tetherkey://pay?order=AQID_-";

    @ParameterizedTest
    @ValueSource(
            strings = {
                LINK,
                "  " + LINK + "\n",
                "\"" + LINK + "\"",
                "“" + LINK + "”",
                "<" + LINK + ">",
                "「 " + LINK + " 」",
                "\uFEFF" + LINK + "\u200B",
                "tetherkey://pay?\r\n  order=AQ\nID_-."
            })
    void linkIsFoundInWhatWrapsIt(String pasted) {
        assertThat(PastedLink.in(pasted)).isEqualTo(LINK);
    }

    @Test
    void wordsBesideTheLinkStayAndAreRefusedLater() {
        assertThat(PastedLink.in("pay " + LINK)).isEqualTo("pay " + LINK);
        assertThat(PastedLink.in(" \n\" ")).isEmpty();
    }

    @Test
    void endlessTextIsHandedOnAsItCame() {
        String endless = " ".repeat(20_001);
        assertThat(PastedLink.in(endless)).isSameAs(endless);
    }
}
