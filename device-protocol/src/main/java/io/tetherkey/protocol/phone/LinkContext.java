package io.tetherkey.protocol.phone;

import io.tetherkey.protocol.seal.CredentialSeal;
import io.tetherkey.protocol.seal.KemKeyPair;
import io.tetherkey.protocol.seal.RandomSource;
import java.util.Optional;

/**
 * What holds for one plug-in of the cable and no longer: the key to which credentials are sealed, and which computer was
 * let in.
 *
 * @param trusted SHA-256 of the id of the computer that was let in
 */
record LinkContext(KemKeyPair credentialKey, Optional<byte[]> trusted) {

    static LinkContext fresh(RandomSource random) {
        return new LinkContext(CredentialSeal.generate(random), Optional.empty());
    }

    LinkContext trusting(byte[] idHash) {
        return new LinkContext(credentialKey, Optional.of(idHash.clone()));
    }
}
