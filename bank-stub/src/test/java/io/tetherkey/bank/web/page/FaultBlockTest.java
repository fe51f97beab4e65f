package io.tetherkey.bank.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.message.Fault;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A fault on a page, in each language")
class FaultBlockTest {

    private static String page(PageLanguage language, Fault fault) {
        return FaultBlock.notice(Texts.of(language), fault).markup();
    }

    private static String escaped(String text) {
        return Html.escaped(text).markup();
    }

    @ParameterizedTest
    @EnumSource
    void titleCauseRemedyAndCodeAreThere(Fault fault) {
        for (PageLanguage language : PageLanguage.values()) {
            assertThat(page(language, fault))
                    .contains(
                            escaped(fault.title(language.locale())),
                            escaped(fault.sentence(language.locale())),
                            escaped(fault.remedy(language.locale())),
                            ">" + fault.code() + "</code>");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CERTIFICATE_REVOKED", "ORDER_CONFLICT", "PHONE_FORBIDDEN", "INTERNAL"})
    void whoMustActIsNamedIfItIsNotTheReader(Fault fault) {
        assertThat(page(PageLanguage.ENGLISH, fault)).contains("Who must act: ");
        assertThat(page(PageLanguage.CHINESE, fault)).contains("由谁处理：");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"WRONG_PASSWORD", "CANCELLED"})
    void readerIsSpokenToAndNotNamed(Fault fault) {
        assertThat(page(PageLanguage.ENGLISH, fault)).doesNotContain("Who must act");
        assertThat(page(PageLanguage.CHINESE, fault)).doesNotContain("由谁处理");
    }
}
