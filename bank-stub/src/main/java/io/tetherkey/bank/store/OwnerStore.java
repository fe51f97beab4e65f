package io.tetherkey.bank.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Whose books these are: a database outside the profile's folder serves the one profile that filled it. */
public final class OwnerStore {

    private final Handle handle;

    OwnerStore(Handle handle) {
        this.handle = handle;
    }

    /** Takes an unused database for a profile; false if it has been taken before. */
    public boolean claim(String profile) {
        return handle.createUpdate("""
                        INSERT INTO books_owner (line, profile) VALUES (1, :profile) ON CONFLICT (line) DO NOTHING
                        """).bind("profile", profile).execute() == 1;
    }

    public Optional<String> owner() {
        return handle.createQuery("SELECT profile FROM books_owner")
                .mapTo(String.class)
                .findOne();
    }
}
