package io.tetherkey.protocol.seal;

import java.util.Arrays;

/**
 * One key and one IV for each direction of a session, by Export over TH3 (PROTOCOL.md, "Session keys"). Kept by both
 * ends in their stores from Accept to the end of the session.
 */
public record SessionKeys(
        Suite suite, byte[] bankToChipKey, byte[] bankToChipIv, byte[] chipToBankKey, byte[] chipToBankIv) {
    public SessionKeys {
        bankToChipKey = bankToChipKey.clone();
        bankToChipIv = bankToChipIv.clone();
        chipToBankKey = chipToBankKey.clone();
        chipToBankIv = chipToBankIv.clone();
    }

    /** Which end sends. */
    public enum Direction {
        BANK_TO_CHIP,
        CHIP_TO_BANK
    }

    @Override
    public byte[] bankToChipKey() {
        return bankToChipKey.clone();
    }

    @Override
    public byte[] bankToChipIv() {
        return bankToChipIv.clone();
    }

    @Override
    public byte[] chipToBankKey() {
        return chipToBankKey.clone();
    }

    @Override
    public byte[] chipToBankIv() {
        return chipToBankIv.clone();
    }

    /**
     * Seals contents, padded to the suite's one length.
     *
     * @param sequence counts the messages of this direction from 0; never used twice for different contents
     */
    public byte[] seal(Direction direction, long sequence, byte[] aad, byte[] contents) {
        byte[] padded = Padding.pad(contents, suite.sealedLength());
        byte[] sealed = suite.hpke().aead().seal(key(direction), nonce(direction, sequence), aad, padded);
        Arrays.fill(padded, (byte) 0);
        return sealed;
    }

    /** @throws SealException if the bytes were not sealed so by the other end */
    public byte[] open(Direction direction, long sequence, byte[] aad, byte[] sealed) throws SealException {
        return Padding.unpad(suite.hpke().aead().open(key(direction), nonce(direction, sequence), aad, sealed));
    }

    private byte[] key(Direction direction) {
        return direction == Direction.BANK_TO_CHIP ? bankToChipKey : chipToBankKey;
    }

    private byte[] nonce(Direction direction, long sequence) {
        return HpkeContext.nonce(direction == Direction.BANK_TO_CHIP ? bankToChipIv : chipToBankIv, sequence);
    }

    static SessionKeys export(Suite suite, SealedFlow flow, HpkeContext context, byte[] th3) {
        int keyLength = suite.hpke().aead().keyLength();
        return new SessionKeys(
                suite,
                context.export(flow.exporterContext("b2c key", th3), keyLength),
                context.export(flow.exporterContext("b2c iv", th3), Aead.NONCE),
                context.export(flow.exporterContext("c2b key", th3), keyLength),
                context.export(flow.exporterContext("c2b iv", th3), Aead.NONCE));
    }

    @Override
    public String toString() {
        return "SessionKeys[" + suite + "]";
    }
}
