package io.tetherkey.desktop.relay;

import io.tetherkey.protocol.trust.BankEntry;
import java.time.Instant;
import java.util.Arrays;

/**
 * A login that a page asked for, at a bank of the directory.
 *
 * @param ticket 16 bytes that only the bank can judge
 * @param expiresAt from then on the bank will not take it, as far as this computer can know
 */
public record LoginTicket(BankEntry bank, byte[] ticket, Instant expiresAt) {

    public LoginTicket {
        ticket = ticket.clone();
    }

    @Override
    public byte[] ticket() {
        return ticket.clone();
    }

    /** The same with the bank at another address. */
    LoginTicket at(BankEntry moved) {
        return new LoginTicket(moved, ticket, expiresAt);
    }

    /** Whether it is the same ticket of the same bank. */
    public boolean isSameAs(LoginTicket other) {
        return other.bank.bankId().equals(bank.bankId()) && Arrays.equals(other.ticket, ticket);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LoginTicket theirs
                && isSameAs(theirs)
                && theirs.bank.equals(bank)
                && theirs.expiresAt.equals(expiresAt);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ticket);
    }

    @Override
    public String toString() {
        return "LoginTicket[" + bank.bankId() + "]";
    }
}
