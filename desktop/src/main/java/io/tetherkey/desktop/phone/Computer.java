package io.tetherkey.desktop.phone;

/**
 * How this computer introduces itself to a phone.
 *
 * @param id 16 random bytes, made once for a profile
 * @param name shown on the phone, at most 64 characters
 */
public record Computer(byte[] id, String name) {

    public Computer {
        id = id.clone();
    }

    @Override
    public byte[] id() {
        return id.clone();
    }

    @Override
    public String toString() {
        return "Computer[" + name + "]";
    }
}
