package io.tetherkey.bank.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.bank.web.page.PageLanguage;
import io.tetherkey.bank.web.page.Texts;
import io.tetherkey.protocol.message.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

    @ParameterizedTest
    @EnumSource
    void everyThingHasNameTextAndDrawing(PageLanguage language) {
        Texts texts = Texts.of(language);
        assertThat(Catalogue.items()).hasSize(3).allSatisfy(item -> {
            assertThat(texts.get("item." + item.id() + ".name")).isNotBlank();
            assertThat(texts.get("item." + item.id() + ".text")).isNotBlank();
            assertThat(Picture.of(item.id(), texts).markup())
                    .startsWith("<svg class=\"picture\"")
                    .contains(texts.get("item." + item.id() + ".name"))
                    .doesNotContain("style=");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "128.00, tea, 12800",
        "128, tea, 12800",
        "58.00, cakes, 5800",
        "0.01, other, 1",
        "100000, other, 10000000"
    })
    void amountFindsTheThingOrTheCounter(String amount, String id, long minorUnits) {
        CatalogueItem item = Catalogue.forAmount(amount).orElseThrow();
        assertThat(item.id()).isEqualTo(id);
        assertThat(item.price()).isEqualTo(new Money(minorUnits, "CNY"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "0.00", "-1", "1e3", "100000.01", "1.234", "1,00", "NaN", "99999999999999999999", " 1"})
    void otherAmountsAreRefused(String amount) {
        assertThat(Catalogue.forAmount(amount)).isEmpty();
    }

    @Test
    void unknownThingIsNotFound() {
        assertThat(Catalogue.byId("gold")).isEmpty();
    }
}
