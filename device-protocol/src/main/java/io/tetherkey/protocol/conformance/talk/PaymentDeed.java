package io.tetherkey.protocol.conformance.talk;

/** What the person does when a payment is to be approved; the payee's name says it. */
public enum PaymentDeed {
    APPROVE("Conformance: approve", "Read the payment to the end and approve it."),
    DECLINE("Conformance: decline", "Decline the payment."),
    CANCEL("Conformance: cancel", "Press cancel when the payment is shown."),
    WAIT("Conformance: wait", "Do nothing when the payment is shown."),
    POWER_CUT(
            "Conformance: power cut",
            "When the payment is shown, take the phone's power away and give it back; then approve."),
    COMPARE(
            "Conformance: compare",
            "Approve only if the phone shows 1234.56 CNY, the payee account 6222 0009 8765 and the payee's name"
                    + " \"Conformance: compare\"; else decline."),
    HURRY(
            "Conformance: hurry",
            "Try to approve before the end of the text was in view, which must not work; then decline.");

    private final String payee;
    private final String sentence;

    PaymentDeed(String payee, String sentence) {
        this.payee = payee;
        this.sentence = sentence;
    }

    public String payee() {
        return payee;
    }

    public String sentence() {
        return sentence;
    }
}
