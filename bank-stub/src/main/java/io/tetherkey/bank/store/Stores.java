package io.tetherkey.bank.store;

import org.jdbi.v3.core.Handle;

/** The stores as seen inside one transaction; not to be kept beyond it. */
public final class Stores {

    private final Handle handle;

    Stores(Handle handle) {
        this.handle = handle;
    }

    public OwnerStore owner() {
        return new OwnerStore(handle);
    }

    public CustomerStore customers() {
        return new CustomerStore(handle);
    }

    public CertificateStore certificates() {
        return new CertificateStore(handle);
    }

    public CertificateSuccession succession() {
        return new CertificateSuccession(handle);
    }

    public ActivationCodeStore activationCodes() {
        return new ActivationCodeStore(handle);
    }

    public EnrolmentStore enrolments() {
        return new EnrolmentStore(handle);
    }

    public PageLoginStore pageLogins() {
        return new PageLoginStore(handle);
    }

    public PhoneLoginStore phoneLogins() {
        return new PhoneLoginStore(handle);
    }

    public AttemptCounter attempts() {
        return new AttemptCounter(handle);
    }

    public Ledger ledger() {
        return new Ledger(handle);
    }

    public OrderStore orders() {
        return new OrderStore(handle);
    }

    public SessionStore sessions() {
        return new SessionStore(handle);
    }

    public EvidenceStore evidence() {
        return new EvidenceStore(handle);
    }

    public WebhookStore webhooks() {
        return new WebhookStore(handle);
    }
}
