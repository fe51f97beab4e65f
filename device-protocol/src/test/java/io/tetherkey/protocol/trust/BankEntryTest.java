package io.tetherkey.protocol.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tetherkey.protocol.cbor.CborException;
import io.tetherkey.protocol.cbor.CborMapReader;
import io.tetherkey.protocol.cbor.CborMapWriter;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a bank's pages are for browsers. */
class BankEntryTest {
    private static final URI API = URI.create("https://localhost:8443");

    private static BankEntry entry(String pages) {
        return new BankEntry(
                "harbour",
                "Harbour Bank",
                "港湾银行",
                API,
                new byte[] {1},
                new byte[] {2},
                1,
                "help",
                "#0b5d7a",
                URI.create(pages));
    }

    @Test
    void pagesAreAtTheApiWhereTheEntryNamesNoOther() throws CborException {
        var plain = entry(API.toString());
        assertThat(CborMapReader.of(plain.toCbor()).has(10)).isFalse();
        assertThat(BankEntry.fromCbor(plain.toCbor()).pages()).isEqualTo(API);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://bank.example", "http://localhost:8080", "http://127.0.0.1:8080"})
    void namedPagesReadBack(String pages) throws CborException {
        assertThat(BankEntry.fromCbor(entry(pages).toCbor()).pages()).isEqualTo(URI.create(pages));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://bank.example",
                "http://localhost.example",
                "http://user@localhost",
                "https://bank.example/?next=x",
                "https://bank.example/#x",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "//bank.example"
            })
    void otherAddressesAreNoPages(String pages) {
        assertThatThrownBy(() -> entry(pages)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void addressOfTheApiIsNotWrittenTwice() {
        var doubled = new CborMapWriter()
                .put(1, "harbour")
                .put(2, "Harbour Bank")
                .put(3, "港湾银行")
                .put(4, API.toString())
                .put(5, new byte[] {1})
                .put(6, new byte[] {2})
                .put(7, 1)
                .put(8, "help")
                .put(9, "#0b5d7a")
                .put(10, API.toString())
                .toValue();
        assertThatThrownBy(() -> BankEntry.fromCbor(doubled)).isInstanceOf(CborException.class);
    }
}
