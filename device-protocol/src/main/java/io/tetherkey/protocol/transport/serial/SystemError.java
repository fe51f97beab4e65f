package io.tetherkey.protocol.transport.serial;

/** What the system's error number says of a line that cannot be opened. */
enum SystemError {
    GONE,
    DENIED,
    TAKEN,
    OTHER;

    /**
     * Reads the numbers of errno, or those of Windows, where a port that another program holds is "access denied".
     *
     * @param windows whether the number is Windows'
     */
    static SystemError of(int number, boolean windows) {
        if (windows) {
            return switch (number) {
                case 2, 3, 433, 1167 -> GONE;
                case 5, 32 -> TAKEN;
                default -> OTHER;
            };
        }
        return switch (number) {
            case 2, 5, 6, 19 -> GONE;
            case 1, 13 -> DENIED;
            case 11, 16, 35 -> TAKEN;
            default -> OTHER;
        };
    }
}
