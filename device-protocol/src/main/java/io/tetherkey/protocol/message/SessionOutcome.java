package io.tetherkey.protocol.message;

/**
 * How a sealed session ended, as the phone tells the PC.
 *
 * @param attemptsLeft of ten
 * @param receipt the bank's COSE_Sign1, empty where the bank gave none
 * @param evidence the chip's evidence without the order ({@code seal.Evidence}), empty where nothing was signed
 */
public record SessionOutcome(SlotResult result, int attemptsLeft, byte[] receipt, byte[] evidence) {
    public SessionOutcome {
        receipt = receipt.clone();
        evidence = evidence.clone();
    }

    @Override
    public byte[] receipt() {
        return receipt.clone();
    }

    @Override
    public byte[] evidence() {
        return evidence.clone();
    }
}
