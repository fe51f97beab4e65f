package io.tetherkey.protocol.seal;

import java.util.List;

/** Signs with one private key, wherever that is kept. */
public interface Signer {
    /** The suite whose signature algorithm this is. */
    Suite suite();

    /** Signs the bytes, hashing included, in the signature form that COSE uses for the suite's algorithm. */
    byte[] sign(byte[] toBeSigned);

    /** The signer's certificate first, then each issuer up to but without the root; DER each. */
    List<byte[]> certificateChain();
}
