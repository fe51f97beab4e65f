package io.tetherkey.protocol.conformance.broken;

import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.WaitReason;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Asks its user once more for what is signed already. */
public final class AsksTwice implements Mutation {
    private final Set<Integer> answered = new HashSet<>();

    @Override
    public Optional<PhoneStatus> statusBefore(LinkRequest request, LinkReply reply) {
        boolean again = request instanceof LinkRequest.Relay relay
                && reply instanceof LinkReply.Forward
                && !answered.add(Arrays.hashCode(relay.message()));
        return again
                ? Optional.of(new PhoneStatus(WaitReason.WAIT_USER, Stage.CONFIRM_PAYMENT, 120, OptionalInt.empty()))
                : Optional.empty();
    }
}
