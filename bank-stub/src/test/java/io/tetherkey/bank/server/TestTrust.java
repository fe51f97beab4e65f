package io.tetherkey.bank.server;

import java.net.http.HttpClient;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/** HTTPS clients that trust one root only. */
public final class TestTrust {

    private TestTrust() {}

    /** A client that speaks only the given TLS version, e.g. {@code TLSv1.3}. */
    public static HttpClient client(X509Certificate root, String tlsVersion) throws Exception {
        var parameters = new SSLParameters();
        parameters.setProtocols(new String[] {tlsVersion});
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(context(root))
                .sslParameters(parameters)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    private static SSLContext context(X509Certificate root) throws Exception {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("root", root);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), new SecureRandom());
        return context;
    }
}
