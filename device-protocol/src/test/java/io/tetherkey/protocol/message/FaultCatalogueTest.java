package io.tetherkey.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code has all its words, in both languages, in the form in which they are shown. */
class FaultCatalogueTest {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);
    private static final Pattern PLACEHOLDER = Pattern.compile("[{}]|%[sd]|TODO|XXX|\\?\\?|null");
    private static final int LONGEST_TITLE = 32;

    @ParameterizedTest
    @EnumSource(Fault.class)
    void hasATitleACauseAndARemedyInEachLanguage(Fault fault) {
        for (Locale language : LANGUAGES) {
            for (String text : List.of(fault.title(language), fault.sentence(language), fault.remedy(language))) {
                assertThat(text).isNotBlank().isEqualTo(text.strip());
                assertThat(PLACEHOLDER.matcher(text).find()).as(text).isFalse();
            }
            assertThat(fault.title(language).length()).isBetween(2, LONGEST_TITLE);
            assertThat(fault.title(language)).doesNotEndWith(".").doesNotEndWith("。");
            String stop = language.equals(Locale.ENGLISH) ? "." : "。";
            assertThat(fault.sentence(language)).endsWith(stop);
            assertThat(fault.remedy(language)).endsWith(stop);
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void isTranslatedAndFoundByItsCode(Fault fault) {
        List<Function<Locale, String>> parts = List.of(fault::title, fault::sentence, fault::remedy);
        for (Function<Locale, String> part : parts) {
            assertThat(part.apply(Locale.SIMPLIFIED_CHINESE)).containsPattern("\\p{IsHan}");
            assertThat(part.apply(Locale.ENGLISH)).doesNotContainPattern("\\p{IsHan}");
        }
        assertThat(Fault.fromCode(fault.code())).contains(fault);
        assertThat(fault.title(Locale.GERMAN)).isEqualTo(fault.title(Locale.ENGLISH));
    }

    @Test
    void noTwoCodesTitlesOrCausesAreTheSame() {
        assertThat(Stream.of(Fault.values()).map(Fault::code)).doesNotHaveDuplicates();
        for (Locale language : LANGUAGES) {
            assertThat(Stream.of(Fault.values()).map(fault -> fault.title(language)))
                    .doesNotHaveDuplicates();
            assertThat(Stream.of(Fault.values()).map(fault -> fault.sentence(language)))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"faults.properties", "faults_zh.properties"})
    void noTextIsLeftOverFromACodeThatIsGone(String file) throws Exception {
        var known = Stream.concat(
                        Arrays.stream(Fault.values())
                                .flatMap(fault -> Stream.of("title", "sentence", "remedy")
                                        .map(part -> fault.code() + "." + part)),
                        Stream.concat(
                                Arrays.stream(Actor.values()).map(actor -> "actor." + actor),
                                Arrays.stream(Counting.values()).map(counting -> "counting." + counting)))
                .toList();
        var texts = new Properties();
        try (InputStream in = Fault.class.getResourceAsStream(file)) {
            texts.load(in);
        }
        assertThat(texts.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void aCodeThatSaysThatATryWasCountedAlwaysCountsOne() {
        assertThat(Stream.of(Fault.values()).filter(fault -> fault.counting() == Counting.ALWAYS))
                .containsExactly(Fault.WRONG_PAYMENT_KEY, Fault.PAYMENT_KEY_VOIDED, Fault.ACTIVATION_CODE_WRONG);
        assertThat(Fault.WRONG_PASSWORD.counting()).isEqualTo(Counting.NEVER);
        assertThat(Fault.PHONE_LOST.counting()).isEqualTo(Counting.NEVER);
    }

    @Test
    void cancelledIsSaidOnlyWhereAHumanCancelled() {
        for (Fault fault : Fault.values()) {
            boolean human = fault.name().endsWith("CANCELLED");
            assertThat(fault.title(Locale.ENGLISH).contains("cancelled")
                            || fault.sentence(Locale.ENGLISH).contains("cancelled"))
                    .as(fault.code())
                    .isEqualTo(human);
        }
    }

    @Test
    void everyActorAndEveryCountingHasItsWords() {
        for (Locale language : LANGUAGES) {
            assertThat(Stream.of(Actor.values()).map(actor -> actor.label(language)))
                    .doesNotHaveDuplicates()
                    .noneMatch(String::isBlank);
            assertThat(Stream.of(Counting.values()).map(counting -> counting.sentence(language)))
                    .doesNotHaveDuplicates()
                    .noneMatch(String::isBlank);
        }
    }
}
