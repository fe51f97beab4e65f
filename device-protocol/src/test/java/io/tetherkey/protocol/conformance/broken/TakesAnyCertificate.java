package io.tetherkey.protocol.conformance.broken;

import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.StatusCode;
import java.util.Arrays;

/** Answers a certificate that does not hold as if it did. */
public final class TakesAnyCertificate implements Mutation {
    private byte[] enrolment = {};

    @Override
    public LinkReply reply(LinkRequest request, LinkReply reply) {
        if (request instanceof LinkRequest.BeginEnrolment && reply instanceof LinkReply.Forward forward) {
            enrolment = forward.sessionId();
        }
        boolean refused = reply instanceof LinkReply.Refusal no && no.status() == StatusCode.BAD_MESSAGE;
        return refused && request instanceof LinkRequest.Relay relay && Arrays.equals(relay.sessionId(), enrolment)
                ? new LinkReply.Forward(enrolment, new byte[100])
                : reply;
    }
}
