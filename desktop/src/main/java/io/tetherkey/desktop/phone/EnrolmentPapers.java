package io.tetherkey.desktop.phone;

/**
 * What an enrolment takes along to the phone.
 *
 * @param userName as typed
 * @param signedDirectory of banks, as it came; the phone checks it by itself
 */
public record EnrolmentPapers(String userName, byte[] signedDirectory) {
    public EnrolmentPapers {
        signedDirectory = signedDirectory.clone();
    }

    /** For calls that need none. */
    public static EnrolmentPapers none() {
        return new EnrolmentPapers("", new byte[0]);
    }

    @Override
    public byte[] signedDirectory() {
        return signedDirectory.clone();
    }

    @Override
    public String toString() {
        return "EnrolmentPapers[hidden]";
    }
}
