package io.tetherkey.protocol.seal;

import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The function that mixes a challenge with the response key; each suite has its own. */
@FunctionalInterface
interface ChallengeMac {
    /** AES-256-CMAC (RFC 4493 with a key of 32 bytes): 16 bytes. */
    ChallengeMac AES_256_CMAC = (key, input) -> {
        var cmac = new CMac(AESEngine.newInstance());
        cmac.init(new KeyParameter(key));
        cmac.update(input, 0, input.length);
        byte[] tag = new byte[cmac.getMacSize()];
        cmac.doFinal(tag, 0);
        return tag;
    };

    byte[] tag(byte[] responseKey, byte[] input);
}
