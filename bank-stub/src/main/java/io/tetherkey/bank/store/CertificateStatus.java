package io.tetherkey.bank.store;

import java.util.Arrays;
import java.util.Locale;

/**
 * Where a chip's certificate stands.
 *
 * <pre>
 * PENDING ─first message signed by it→ ACTIVE ─tenth failure→ VOID
 *    │                                   ├──── the next one became active→ SUPERSEDED
 *    └──────────── taken back ───────────┴──── taken back→ REVOKED
 * </pre>
 */
public enum CertificateStatus {
    PENDING,
    ACTIVE,
    SUPERSEDED,
    REVOKED,
    VOID;

    /** The word in the store and in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CertificateStatus fromCode(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The store holds an unknown status"));
    }
}
