package io.tetherkey.protocol.conformance.talk;

/**
 * What the person does when the payment key is asked. The attempts left, which the kit as the bank tells, are how a
 * script knows it.
 */
public enum KeyDeed {
    TYPE(10, "Type any payment key of six digits."),
    CANCEL(8, "Press cancel when the payment key is asked."),
    WAIT(7, "Do nothing when the payment key is asked."),
    POWER_CUT(6, "When the payment key is asked, take the phone's power away and give it back; then type any key.");

    private final int attemptsLeft;
    private final String sentence;

    KeyDeed(int attemptsLeft, String sentence) {
        this.attemptsLeft = attemptsLeft;
        this.sentence = sentence;
    }

    /** The attempts left that the Challenge tells. */
    public int attemptsLeft() {
        return attemptsLeft;
    }

    public String sentence() {
        return sentence;
    }
}
