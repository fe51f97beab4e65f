package io.tetherkey.bank.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageLanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB,en;q=0.9|ENGLISH",
                "zh-CN,zh;q=0.9,en;q=0.8|CHINESE",
                "zh|CHINESE",
                "zh-TW|CHINESE",
                "de,fr;q=0.9|ENGLISH",
                "de;q=0.5,zh;q=0.9|CHINESE",
                "zh;q=0,en|ENGLISH",
                "*|ENGLISH",
                "''|ENGLISH",
                ";;;=|ENGLISH"
            })
    void languageIsTheFirstThatWeSpeak(String header, PageLanguage expected) {
        assertThat(PageLanguage.fromAcceptLanguage(header)).isEqualTo(expected);
    }

    @Test
    void tagIsReadStrictly() {
        assertThat(PageLanguage.fromTag("zh-CN")).contains(PageLanguage.CHINESE);
        assertThat(PageLanguage.fromTag("ZH-cn")).isEmpty();
        assertThat(PageLanguage.fromTag("")).isEmpty();
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(keys(PageLanguage.CHINESE)).isEqualTo(keys(PageLanguage.ENGLISH));
    }

    @Test
    void moneyHasGroupsDecimalsAndItsCode() {
        Texts texts = Texts.of(PageLanguage.ENGLISH);
        assertThat(texts.money(128_00, "CNY")).isEqualTo("128.00 CNY");
        assertThat(texts.money(1, "CNY")).isEqualTo("0.01 CNY");
        assertThat(texts.money(1_234_567_89L, "CNY")).isEqualTo("1,234,567.89 CNY");
        assertThat(texts.money(500, "JPY")).isEqualTo("500 JPY");
    }

    private static java.util.Set<String> keys(PageLanguage language) {
        return ResourceBundle.getBundle(
                        "io.tetherkey.bank.web.page.texts",
                        language == PageLanguage.ENGLISH ? java.util.Locale.ROOT : language.locale(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .keySet();
    }
}
