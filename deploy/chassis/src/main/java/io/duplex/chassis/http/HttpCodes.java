package io.duplex.chassis.http;

/** The problem codes and sentences of refusals that HTTP itself makes: of the framework, and of the limits. */
public final class HttpCodes {
    private HttpCodes() {}

    /** What programs branch on. */
    public static String codeOf(int status) {
        return switch (status) {
            case 400 -> "bad-request";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "payload-too-large";
            case 414 -> "uri-too-long";
            case 415 -> "unsupported-media-type";
            case 431 -> "headers-too-large";
            default -> status < 500 ? "request-refused" : "internal-error";
        };
    }

    /** What people read. */
    public static String detailOf(int status) {
        return switch (status) {
            case 404 -> "There is nothing at this path.";
            case 405 -> "This path does not know the method.";
            case 406 -> "None of the accepted media types can be produced.";
            case 413 -> "The body exceeds 64 KiB.";
            case 414 -> "The URI exceeds 4 KiB.";
            case 415 -> "The body must be application/json.";
            case 431 -> "The headers together exceed 8 KiB.";
            default -> "The request was refused.";
        };
    }
}
