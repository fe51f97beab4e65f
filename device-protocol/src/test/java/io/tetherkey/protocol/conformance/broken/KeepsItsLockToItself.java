package io.tetherkey.protocol.conformance.broken;

/** Names LOCK_NEWS in its HELLO_OK, and then says nothing when it is locked or unlocked. */
public final class KeepsItsLockToItself implements Mutation {
    @Override
    public boolean tellsOfItsLock() {
        return false;
    }
}
