package io.tetherkey.protocol.trust;

import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.message.Order;
import io.tetherkey.protocol.message.ProtocolException;
import io.tetherkey.protocol.seal.CertificateException;
import io.tetherkey.protocol.seal.CertificatePurpose;
import io.tetherkey.protocol.seal.Certificates;
import io.tetherkey.protocol.seal.CoseSign1;
import io.tetherkey.protocol.seal.Hashes;
import io.tetherkey.protocol.seal.SealException;
import io.tetherkey.protocol.seal.Signer;
import java.time.Instant;

/** Checks a shop's signed order against the merchant root; used by the app and by the bank alike. */
public final class OrderVerifier {
    /** Longest signed order in bytes, so that a start link stays short. */
    public static final int MOST_SIGNED_ORDER = 8_192;

    private final byte[] merchantRoot;

    /** @param merchantRoot root of the merchants' certificates, DER */
    public OrderVerifier(byte[] merchantRoot) {
        this.merchantRoot = merchantRoot.clone();
    }

    /** The merchant's act of signing. */
    public static byte[] sign(Order order, Signer merchant) {
        return CoseSign1.signWithChain(merchant, CoseSign1.Use.ORDER, order.encode())
                .encode();
    }

    /**
     * Checks signature, merchant and time.
     *
     * @throws TrustException ORDER_UNTRUSTED or ORDER_EXPIRED
     */
    public VerifiedOrder verify(byte[] signedOrder, Instant now) throws TrustException {
        var verified = verifyAt(signedOrder, now);
        if (!now.isBefore(verified.order().expiresAt())) {
            throw new TrustException(Fault.ORDER_EXPIRED, "order has expired");
        }
        return verified;
    }

    /** The same without looking at the order's expiry: for what was paid in its time. */
    VerifiedOrder verifyAt(byte[] signedOrder, Instant at) throws TrustException {
        if (signedOrder.length > MOST_SIGNED_ORDER) {
            throw new TrustException(Fault.ORDER_UNTRUSTED, "signed order is too long");
        }
        try {
            var cose = CoseSign1.parse(signedOrder);
            var merchant = Certificates.verify(cose.unverifiedChain(), merchantRoot, CertificatePurpose.MERCHANT, at);
            var order = Order.decode(cose.payload());
            if (!cose.isSignedBy(merchant.spki(), CoseSign1.Use.ORDER)
                    || !merchant.commonName().equals(order.merchantId())) {
                throw new TrustException(Fault.ORDER_UNTRUSTED, "order is not signed by its merchant");
            }
            return new VerifiedOrder(order, signedOrder, Hashes.sha256(signedOrder));
        } catch (SealException | CertificateException | ProtocolException e) {
            throw new TrustException(Fault.ORDER_UNTRUSTED, "order does not hold", e);
        }
    }
}
