package io.tetherkey.protocol.conformance.broken;

import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import java.util.Optional;

/** Lets a computer in on each cable once it was let in on one. */
public final class KeepsConsent implements Mutation {
    private Optional<byte[]> trusted = Optional.empty();

    @Override
    public Optional<byte[]> introduced() {
        return trusted;
    }

    @Override
    public LinkReply reply(LinkRequest request, LinkReply reply) {
        if (request instanceof LinkRequest.TrustComputer computer && reply instanceof LinkReply.Done) {
            trusted = Optional.of(computer.computerId());
        }
        return reply;
    }
}
