package io.tetherkey.protocol.conformance.broken;

import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.Offer;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.SealException;

/** Answers an Offer below the suite of its slot; the slot of suite 1 cannot. */
public final class TakesLowerSuite implements Mutation {
    private static final String CLASSIC = "harbour";

    @Override
    public LinkReply reply(LinkRequest request, LinkReply reply) {
        try {
            if (reply instanceof LinkReply.Refusal && request instanceof LinkRequest.OpenSession open) {
                CoseSign1 signed = CoseSign1.parse(open.offer());
                Offer offer = Offer.decode(signed.payload());
                if (!open.bankId().equals(CLASSIC)
                        && offer.suite() < signed.suite().id()) {
                    return new LinkReply.Forward(offer.sessionId(), new byte[100]);
                }
            }
            return reply;
        } catch (SealException | ProtocolException e) {
            return reply;
        }
    }
}
