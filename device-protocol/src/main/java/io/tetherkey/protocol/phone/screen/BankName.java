package io.tetherkey.protocol.phone.screen;

/** A bank's name as its slot holds it, in both languages. */
public record BankName(String english, String chinese) {

    /** The name in the language of the texts, safe to show. */
    public String in(ScreenTexts texts) {
        return VisibleText.of(texts.chinese() && !chinese.isBlank() ? chinese : english);
    }
}
