package io.tetherkey.bank.store;

import java.util.Arrays;
import java.util.Locale;

/**
 * Where a chip's certificate stands.
 *
 * <pre>
 * PENDING ─payment key set→ ACTIVE ─tenth failure→ VOID
 *                           ACTIVE ─taken back→ REVOKED
 * </pre>
 */
public enum CertificateStatus {
    PENDING,
    ACTIVE,
    REVOKED,
    VOID;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CertificateStatus fromCode(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The store holds an unknown status"));
    }
}
