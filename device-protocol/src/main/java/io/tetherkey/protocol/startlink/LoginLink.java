package io.tetherkey.protocol.startlink;

import java.util.Arrays;

/**
 * {@code tetherkey://login?ticket=…}: a login that a bank's page asked for (PROTOCOL.md, "Login"). The link names no
 * address; the bank is looked up in the signed directory.
 *
 * @param claimedBankId lower-case letters and digits, at most 32; the directory may not list it
 * @param ticket {@link StartLinkParser#TICKET_BYTES} bytes that only the bank can judge
 */
public record LoginLink(String claimedBankId, byte[] ticket) implements StartLink {

    public LoginLink {
        ticket = ticket.clone();
    }

    @Override
    public byte[] ticket() {
        return ticket.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LoginLink(String bank, byte[] bytes)
                && bank.equals(claimedBankId)
                && Arrays.equals(bytes, ticket);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ticket);
    }

    @Override
    public String toString() {
        return "LoginLink[" + claimedBankId + "]";
    }
}
