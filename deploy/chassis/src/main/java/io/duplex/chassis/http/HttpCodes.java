package io.duplex.chassis.http;

import jakarta.ws.rs.core.Response;

/** The problem codes of refusals that the framework itself makes. */
final class HttpCodes {
    private HttpCodes() {}

    static String codeOf(int status) {
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

    static String detailOf(Response refusal) {
        return switch (refusal.getStatus()) {
            case 404 -> "There is nothing at this path.";
            case 406 -> "None of the accepted media types can be produced.";
            case 415 -> "The body must be application/json.";
            default -> "The request was refused.";
        };
    }
}
