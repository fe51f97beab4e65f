package io.tetherkey.protocol.session;

import io.tetherkey.protocol.seal.Signer;
import java.util.List;

/**
 * Who the bank is.
 *
 * @param bankId as in the directory and as the common name of the signer's certificate
 * @param signer signs Offers, login results and receipts; its suite is the bank's suite
 */
public record BankIdentity(String bankId, Signer signer) {
    List<Integer> suites() {
        return List.of(signer.suite().id());
    }
}
