package io.tetherkey.protocol.bank.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tetherkey.protocol.bank.BankCall;
import io.tetherkey.protocol.bank.BankReply;
import io.tetherkey.protocol.bank.OrderStatus;
import io.tetherkey.protocol.message.Fault;
import io.tetherkey.protocol.trust.BankEntry;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListedBanksTest {

    private static final BankEntry HARBOUR = new BankEntry(
            "harbour",
            "Harbour Bank",
            "港湾银行",
            URI.create("https://localhost:8443"),
            new byte[1],
            new byte[1],
            1,
            "95500",
            "#0b6e99");
    private static final BankCall CALL = new BankCall.AskStatus("0".repeat(32));
    private static final BankReply TOLD = new BankReply.Told(OrderStatus.OPEN, "");
    private static final BankReply AWAY = new BankReply.Unreachable(Fault.BANK_UNREACHABLE);

    private final List<String> called = new ArrayList<>();
    private final List<String> moved = new ArrayList<>();
    private Optional<BankEntry> listed = Optional.of(HARBOUR);
    private String alive = "";

    private final ListedBanks banks = new ListedBanks(
            (bank, call) -> {
                called.add(bank.api().toString());
                return bank.api().toString().equals(alive) ? TOLD : AWAY;
            },
            id -> listed,
            entry -> moved.add(entry.api().toString()));

    @Test
    void bankThatCameBackElsewhereIsCalledThere() throws InterruptedException {
        listed = Optional.of(harbourAt("https://localhost:9443"));
        alive = "https://localhost:9443";
        assertThat(banks.call(HARBOUR, CALL)).isEqualTo(TOLD);
        assertThat(called).containsExactly("https://localhost:8443", "https://localhost:9443");
        assertThat(moved).containsExactly("https://localhost:9443");
    }

    @Test
    void newPlaceIsRememberedAndToldToACallerThatDoesNotKnowIt() throws InterruptedException {
        bankThatCameBackElsewhereIsCalledThere();
        called.clear();
        moved.clear();
        assertThat(banks.call(HARBOUR, CALL)).isEqualTo(TOLD);
        assertThat(called).containsExactly("https://localhost:9443");
        assertThat(moved).containsExactly("https://localhost:9443");
        moved.clear();
        assertThat(banks.call(harbourAt("https://localhost:9443"), CALL)).isEqualTo(TOLD);
        assertThat(moved).isEmpty();
    }

    @Test
    void bankThatIsAwayWhereTheDirectoryPutsItIsCalledOnce() throws InterruptedException {
        assertThat(banks.call(HARBOUR, CALL)).isEqualTo(AWAY);
        assertThat(called).containsExactly("https://localhost:8443");
    }

    @Test
    void directoryThatIsNotGoodChangesNothing() throws InterruptedException {
        listed = Optional.empty();
        assertThat(banks.call(HARBOUR, CALL)).isEqualTo(AWAY);
        assertThat(called).containsExactly("https://localhost:8443");
        assertThat(moved).isEmpty();
    }

    private static BankEntry harbourAt(String api) {
        BankEntry old = HARBOUR;
        return new BankEntry(
                old.bankId(),
                old.nameEn(),
                old.nameZh(),
                URI.create(api),
                old.rootCertificate(),
                old.tlsRoot(),
                old.suite(),
                old.contact(),
                old.colour());
    }
}
