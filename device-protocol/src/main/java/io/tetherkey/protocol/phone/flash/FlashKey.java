package io.tetherkey.protocol.phone.flash;

/**
 * The name of one entry: its type and an id that is unique within the type.
 *
 * @param id at most 255 bytes of UTF-8; entries of a type are listed in the order of their ids
 */
record FlashKey(RecordType type, String id) implements Comparable<FlashKey> {

    @Override
    public int compareTo(FlashKey other) {
        int byType = Integer.compare(type.code(), other.type.code());
        return byType != 0 ? byType : id.compareTo(other.id);
    }
}
