package io.tetherkey.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.desktop.ui.ladder.Now;
import io.tetherkey.desktop.ui.ladder.RungName;
import io.tetherkey.desktop.ui.ladder.RungState;
import io.tetherkey.protocol.message.Money;
import io.tetherkey.protocol.message.SlotResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaces() {
        ResourceBundle english = ResourceBundle.getBundle("io.tetherkey.desktop.ui.texts", Locale.ROOT);
        ResourceBundle chinese = ResourceBundle.getBundle("io.tetherkey.desktop.ui.texts", Locale.CHINESE);
        assertThat(chinese.getLocale().getLanguage()).isEqualTo("zh");
        for (String key : english.keySet()) {
            assertThat(chinese.getString(key)).as(key).isNotBlank();
            for (String place : new String[] {"{0", "{1", "{2"}) {
                assertThat(chinese.getString(key).contains(place))
                        .as("%s %s", key, place)
                        .isEqualTo(english.getString(key).contains(place));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyNamedThingHasAText(Language language) {
        Texts texts = new Texts(language);
        for (RungName rung : RungName.values()) {
            assertThat(texts.get("rung." + rung.id())).isNotBlank();
        }
        for (RungState state : RungState.values()) {
            assertThat(texts.get("rungstate." + state.id())).isNotBlank();
        }
        for (Now now : Now.values()) {
            if (now != Now.NOTHING) {
                assertThat(texts.get(now.key(), "B", 3, 0)).isNotBlank();
            }
        }
        for (SlotResult result : SlotResult.values()) {
            assertThat(texts.get("result." + result.name().toLowerCase(Locale.ROOT)))
                    .isNotBlank();
        }
    }

    @Test
    void boundTextThatIsWatchedFollowsTheLanguage() {
        Texts texts = new Texts(Language.ENGLISH);
        var shown = new SimpleStringProperty();
        shown.bind(texts.bind("action.cancel"));
        List<String> seen = new ArrayList<>();
        shown.addListener((property, before, now) -> seen.add(now));
        texts.languageProperty().set(Language.CHINESE);
        assertThat(seen).containsExactly("取消");
    }

    @Test
    void amountsAreGroupedAndKeepTheirDecimals() {
        Texts texts = new Texts(Language.ENGLISH);
        assertThat(texts.digits(new Money(500_000, "CNY"))).isEqualTo("5,000.00");
        assertThat(texts.digits(new Money(1, "CNY"))).isEqualTo("0.01");
        assertThat(texts.digits(new Money(1_500, "JPY"))).isEqualTo("1,500");
    }

    @Test
    void deceivingCharactersAreMadeVisible() {
        assertThat(VisibleText.of("Shop\u202Eevil\u200B 荷塘")).isEqualTo("Shop⟨202E⟩evil⟨200B⟩ 荷塘");
    }
}
