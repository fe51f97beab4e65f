package io.tetherkey.protocol.conformance.broken;

import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.message.Stage;
import io.tetherkey.protocol.message.StatusCode;
import io.tetherkey.protocol.message.WaitReason;
import java.util.Optional;
import java.util.OptionalInt;

/** Asks for an activation code before it looks whether the bank is enabled already. */
public final class EnrolsTwice implements Mutation {
    @Override
    public Optional<PhoneStatus> statusBefore(LinkRequest request, LinkReply reply) {
        return reply instanceof LinkReply.Refusal no && no.status() == StatusCode.SLOT_EXISTS
                ? Optional.of(
                        new PhoneStatus(WaitReason.WAIT_USER, Stage.ENTER_ACTIVATION_CODE, 240, OptionalInt.empty()))
                : Optional.empty();
    }
}
