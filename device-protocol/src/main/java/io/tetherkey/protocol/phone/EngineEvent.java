package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.link.RequestToken;
import io.tetherkey.protocol.message.LinkRequest;
import java.time.Instant;

/** What happens to the phone's engine. */
public sealed interface EngineEvent {

    /** A computer greeted the phone over a fresh link; nothing of an earlier link holds any more. */
    record LinkOpened() implements EngineEvent {}

    /**
     * The phone's own network is there instead of a cable: the phone gives itself commands from now on. Nothing of an
     * earlier link holds any more.
     */
    record OwnNetworkOpened() implements EngineEvent {}

    /**
     * The phone's person wants a payment that was begun before to go on over the phone's own network. Without effect on
     * a cable.
     *
     * @param orderHash SHA-256 of the signed order
     */
    record PaymentResumed(RequestToken token, String bankId, byte[] orderHash) implements EngineEvent {}

    /** The cable is out, the network is gone, or the link was given up. */
    record LinkClosed() implements EngineEvent {}

    /**
     * A command came in.
     *
     * @param token names the command in the engine's effects; the link chooses it and never gives it twice
     */
    record RequestReceived(RequestToken token, LinkRequest request) implements EngineEvent {}

    /** The computer does not want the answer any more. A command that was answered stays answered. */
    record RequestCancelled(RequestToken token) implements EngineEvent {}

    /**
     * Somebody acted. What comes from an external device answers nothing; it is told to the person, and the device counts
     * as attached.
     */
    record UserActed(UserAction action, InputSource source) implements EngineEvent {
        /** The person did something on the phone itself. */
        public UserActed(UserAction action) {
            this(action, InputSource.OWN_GLASS);
        }
    }

    /**
     * The system lists a keyboard, mouse or touch screen that is not the phone's own. From then on nothing is agreed to
     * until {@link InputDevicesGone}.
     */
    record InputDeviceAttached() implements EngineEvent {}

    /** The system lists no such device any more. */
    record InputDevicesGone() implements EngineEvent {}

    /** Time went on. The engine knows no other clock. */
    record Tick(Instant now) implements EngineEvent {}
}
