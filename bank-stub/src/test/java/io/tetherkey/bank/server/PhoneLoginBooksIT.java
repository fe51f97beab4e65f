package io.tetherkey.bank.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What the books hold of a login with the phone. */
class PhoneLoginBooksIT extends PhoneLoginSteps {

    @Test
    void booksHoldNoTokenTicketOrCode() throws Exception {
        String link = browser.askForLink();
        var code = code(logIn(link));
        var books = Files.readAllBytes(fixture.folder.resolve("bank").resolve("tetherkey.db"));
        var text = new String(books, StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain(link.substring(link.indexOf('.') + 1));
        assertThat(text).doesNotContain(new String(ticket(link), StandardCharsets.ISO_8859_1));
        assertThat(text).doesNotContain(code);
    }
}
