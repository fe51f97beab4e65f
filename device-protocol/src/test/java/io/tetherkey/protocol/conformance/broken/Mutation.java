package io.tetherkey.protocol.conformance.broken;

import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.LinkRequest;
import io.tetherkey.protocol.message.PhoneStatus;
import io.tetherkey.protocol.phone.UserAction;
import io.tetherkey.protocol.phone.screen.Screen;
import java.util.List;
import java.util.Optional;

/** Where a phone may go wrong; each default does what is right. */
public interface Mutation {

    /** The right phone. */
    Mutation NONE = new Mutation() {};

    default String model() {
        return "TetherKey phone";
    }

    /** The channel that the next cable starts after. */
    default int lastChannel(int channel) {
        return channel;
    }

    /** Bytes between two delimiters, before the frame layer judges them. */
    default byte[] received(byte[] stuffed) {
        return stuffed;
    }

    /** A command's bytes before they are decoded. */
    default byte[] command(byte[] message) {
        return message;
    }

    /** A computer that is introduced by the phone itself as soon as a link is open. */
    default Optional<byte[]> introduced() {
        return Optional.empty();
    }

    /** What the engine answered. */
    default LinkReply reply(LinkRequest request, LinkReply reply) {
        return reply;
    }

    /** A status that is told before this answer. */
    default Optional<PhoneStatus> statusBefore(LinkRequest request, LinkReply reply) {
        return Optional.empty();
    }

    /** What the display shows. */
    default Screen shown(Screen screen) {
        return screen;
    }

    /** What reaches the engine of a deed of the person. */
    default List<UserAction> acted(UserAction action) {
        return List.of(action);
    }

    /** Whether the phone tells of its lock by itself, as it says that it does. */
    default boolean tellsOfItsLock() {
        return true;
    }

    /** The power was away. */
    default void powerCut() {}
}
