package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.message.LinkReply;
import io.tetherkey.protocol.message.Path;
import io.tetherkey.protocol.seal.CredentialSeal;
import io.tetherkey.protocol.seal.KemKeyPair;
import io.tetherkey.protocol.seal.RandomSource;
import java.util.Arrays;
import java.util.Optional;

/**
 * What holds for one plug-in of the cable, or for one time on the phone's own network, and no longer: the key to which
 * credentials are sealed, and who was let in.
 *
 * @param trusted who carries messages over this link; empty on a cable until its computer was let in
 */
record LinkContext(KemKeyPair credentialKey, Optional<Carrier> trusted) {

    static LinkContext cable(RandomSource random) {
        return new LinkContext(CredentialSeal.generate(random), Optional.empty());
    }

    /** The phone needs nobody's leave to talk to itself. */
    static LinkContext ownNetwork(RandomSource random) {
        return new LinkContext(CredentialSeal.generate(random), Optional.of(Carrier.phoneItself()));
    }

    /** What anyone may know; a locked phone does not tell whom it trusts. */
    LinkReply info(String model, boolean locked) {
        return new LinkReply.PhoneInfo(model, locked, !locked && trusted.isPresent(), credentialKey.publicKey());
    }

    boolean isOwnNetwork() {
        return trusted.filter(carrier -> carrier.path() == Path.WIRELESS).isPresent();
    }

    LinkContext trusting(byte[] idHash) {
        return new LinkContext(credentialKey, Optional.of(Carrier.computer(idHash)));
    }

    /** After trust in a computer was taken away; other computers stay as they were. */
    LinkContext distrusting(byte[] idHash) {
        return new LinkContext(
                credentialKey, trusted.filter(carrier -> !Arrays.equals(carrier.computerHash(), idHash)));
    }
}
