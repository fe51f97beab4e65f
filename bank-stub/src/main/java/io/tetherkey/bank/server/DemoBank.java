package io.tetherkey.bank.server;

import io.tetherkey.bank.web.online.OnlineBank;
import io.tetherkey.protocol.seal.Suite;
import io.tetherkey.protocol.trust.BankEntry;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * A bank of the demo; one row of {@link #ALL} adds a bank.
 *
 * @param receiptPrefix the letters before each receipt number
 * @param colour {@code #rrggbb}, dark enough for white text
 */
record DemoBank(String bankId, String nameEn, String nameZh, Suite suite, String receiptPrefix, String colour) {

    static final List<DemoBank> ALL = List.of(
            new DemoBank("harbour", "Harbour Bank", "港湾银行", Suite.CLASSIC, "HB", "#0b5d7a"),
            new DemoBank("jade", "Jade Bank", "翡翠银行", Suite.GM, "JB", "#1f7a4d"),
            new DemoBank("summit", "Summit Bank", "峰顶银行", Suite.POST_QUANTUM, "SB", "#5b4b9a"));

    /** The demo customer's account number. */
    String account() {
        return bankId.toUpperCase(Locale.ROOT) + "-0001";
    }

    /** The customer number of the demo's one customer at this bank. */
    String customerId() {
        return bankId + "-0001";
    }

    String slotId() {
        return bankId + "-1";
    }

    OnlineBank online() {
        return new OnlineBank(bankId, nameEn, nameZh, suite.id(), colour);
    }

    /** @param pages where the pages are for browsers, which do not know the demo's TLS root */
    BankEntry entry(URI api, URI pages, byte[] root, byte[] tlsRoot) {
        return new BankEntry(
                bankId, nameEn, nameZh, api, root, tlsRoot, suite.id(), "help@" + bankId + ".example", colour, pages);
    }
}
