package io.tetherkey.protocol.seal;

/** The two flows between bank and chip; each has labels of its own, so that no key of one serves in the other. */
public enum SealedFlow {
    /** Login and payment: opens with an Accept (PROTOCOL.md, "Key schedule"). */
    PAYMENT("TK1 accept", "TK1 "),
    /** Opens with an EnrolmentRequest (PROTOCOL.md, "Enrolment key schedule"). */
    ENROLMENT("TK1 enrolment", "TK1 enrolment ");

    private final byte[] openingLabel;
    private final String exportPrefix;

    SealedFlow(String openingLabel, String exportPrefix) {
        this.openingLabel = Octets.ascii(openingLabel);
        this.exportPrefix = exportPrefix;
    }

    byte[] info(byte[] th2) {
        return Octets.concat(openingLabel, th2);
    }

    byte[] exporterContext(String name, byte[] th3) {
        return Octets.concat(Octets.ascii(exportPrefix + name), th3);
    }

    /** Least padded length of the opening message's contents, a multiple of 256. */
    int openingLength(Suite suite) {
        return switch (this) {
            case PAYMENT -> suite.acceptLength();
            case ENROLMENT -> suite.enrolmentLength();
        };
    }
}
