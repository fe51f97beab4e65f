package io.tetherkey.protocol.seal;

import java.util.Arrays;

/**
 * Seals and opens the first sealed message of a flow, the Accept or the EnrolmentRequest, and draws the session's keys
 * from the same key schedule (PROTOCOL.md, "Key schedule"): info = label ‖ TH2, additional data = TH2.
 */
public final class AcceptSeal {
    private final Suite suite;
    private final SealedFlow flow;
    private final HpkeContext context;

    private AcceptSeal(Suite suite, SealedFlow flow, HpkeContext context) {
        this.suite = suite;
        this.flow = flow;
        this.context = context;
    }

    /** What the chip puts into the clear part of the Accept, and the secret behind it. */
    public record Encapsulated(byte[] enc, byte[] sharedSecret) {
        @Override
        public String toString() {
            return "Encapsulated[secret]";
        }
    }

    /** @throws SealException if the bank's key is malformed */
    public static Encapsulated encapsulate(Suite suite, byte[] bankKemKey, RandomSource random) throws SealException {
        var encapsulation = suite.hpke().kem().encapsulate(bankKemKey, random);
        return new Encapsulated(encapsulation.enc(), encapsulation.sharedSecret());
    }

    /** The chip's end of a payment. The shared secret is zeroed. */
    public static AcceptSeal ofChip(Suite suite, Encapsulated encapsulated, byte[] th2) {
        return ofChip(suite, SealedFlow.PAYMENT, encapsulated, th2);
    }

    /** The chip's end. The shared secret is zeroed. */
    public static AcceptSeal ofChip(Suite suite, SealedFlow flow, Encapsulated encapsulated, byte[] th2) {
        try {
            return new AcceptSeal(suite, flow, suite.hpke().schedule(encapsulated.sharedSecret(), flow.info(th2)));
        } finally {
            Arrays.fill(encapsulated.sharedSecret(), (byte) 0);
        }
    }

    /**
     * The bank's end of a payment.
     *
     * @throws SealException if the encapsulation is malformed
     */
    public static AcceptSeal ofBank(Suite suite, KemKeyPair own, byte[] enc, byte[] th2) throws SealException {
        return ofBank(suite, SealedFlow.PAYMENT, own, enc, th2);
    }

    /**
     * The bank's end.
     *
     * @throws SealException if the encapsulation is malformed
     */
    public static AcceptSeal ofBank(Suite suite, SealedFlow flow, KemKeyPair own, byte[] enc, byte[] th2)
            throws SealException {
        return new AcceptSeal(suite, flow, suite.hpke().recipient(own, enc, flow.info(th2)));
    }

    public byte[] seal(byte[] th2, byte[] contents) {
        return context.seal(0, th2, Padding.pad(contents, flow.openingLength(suite)));
    }

    /** @throws SealException if the bytes were not sealed for this session */
    public byte[] open(byte[] th2, byte[] sealed) throws SealException {
        return Padding.unpad(context.open(0, th2, sealed));
    }

    /** The keys of all later messages. */
    public SessionKeys sessionKeys(byte[] th3) {
        return SessionKeys.export(suite, flow, context, th3);
    }
}
