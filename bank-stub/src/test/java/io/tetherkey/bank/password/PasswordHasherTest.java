package io.tetherkey.bank.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {

    private final PasswordHasher hasher = new PasswordHasher(new SecureRandom());

    @Test
    void hashTakesItsPasswordOnly() {
        var hash = hasher.hash("harbour-démo 港".toCharArray());
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(hasher.matches("harbour-démo 港".toCharArray(), hash)).isTrue();
        assertThat(hasher.matches("harbour-demo 港".toCharArray(), hash)).isFalse();
        assertThat(hasher.matches(new char[0], hash)).isFalse();
    }

    @Test
    void saltIsFresh() {
        assertThat(hasher.hash("a".toCharArray())).isNotEqualTo(hasher.hash("a".toCharArray()));
    }

    @Test
    void nobodysPasswordIsNeverRight() {
        assertThat(hasher.matchesNobody("harbour-demo".toCharArray())).isFalse();
    }

    @Test
    void otherFormIsRefused() {
        assertThatThrownBy(() -> hasher.matches("a".toCharArray(), "$2b$12$" + "x".repeat(60)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
