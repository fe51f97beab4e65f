package io.tetherkey.bank.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final Texts ENGLISH = Texts.of(PageLanguage.ENGLISH);

    private static String fill(String source, Map<String, Object> values) {
        return Template.of(source).fill(ENGLISH, values).markup();
    }

    @Test
    void textIsEscapedBetweenTagsAndInAttributes() {
        assertThat(fill("<a title=\"{{v}}\">{{v}}</a>", Map.of("v", "<b> & \"q\" 'a' `c`")))
                .isEqualTo("<a title=\"&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39; &#96;c&#96;\">"
                        + "&lt;b&gt; &amp; &quot;q&quot; &#39;a&#39; &#96;c&#96;</a>");
    }

    @Test
    void htmlStandsAsItIs() {
        assertThat(fill("{{v}}", Map.of("v", new Html("<b>x</b>")))).isEqualTo("<b>x</b>");
        assertThat(Html.joined(List.of(new Html("<i>"), Html.escaped("<")))).isEqualTo(new Html("<i>&lt;"));
    }

    @Test
    void textOfTheLanguageIsFilledIn() {
        assertThat(fill("{{@frame.demo}}", Map.of())).isEqualTo("DEMO");
        assertThat(Template.of("{{@frame.demo}}")
                        .fill(Texts.of(PageLanguage.CHINESE), Map.of())
                        .markup())
                .isEqualTo("演示");
    }

    @Nested
    class Attacks {
        @Test
        void holeInsideAValueIsNotFilled() {
            assertThat(fill("{{a}}", Map.of("a", "{{b}} {{@frame.demo}}", "b", "secret")))
                    .isEqualTo("{{b}} {{@frame.demo}}");
        }

        @Test
        void dollarsAndBackslashesInAValueStay() {
            assertThat(fill("{{a}}", Map.of("a", "$1 \\0 $&"))).isEqualTo("$1 \\0 $&amp;");
        }

        @ParameterizedTest
        @CsvSource({"0, �", "1b, �", "7f, �", "202e, �", "200b, �", "2066, �", "feff, �", "d800, �", "e9, é", "8336, 茶"
        })
        void marksThatHideOrTurnTextAreShown(String codePoint, String shown) {
            String text = new String(new int[] {Integer.parseInt(codePoint, 16)}, 0, 1);
            assertThat(Html.escaped(text).markup()).isEqualTo(shown);
        }
    }

    @Nested
    class Mistakes {
        @Test
        void holeWithoutAValueThrows() {
            assertThatThrownBy(() -> fill("{{a}}", Map.of()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no value for {{a}}");
        }

        @Test
        void unknownTextThrows() {
            assertThatThrownBy(() -> fill("{{@no.such}}", Map.of())).isInstanceOf(MissingResourceException.class);
        }
    }
}
