package org.sante.portal.seal;

import org.springframework.http.HttpHeaders;

public final class SealHeaders {

    public static final String NAME = HttpHeaders.AUTHORIZATION;
    private static final String SCHEME = "Bearer ";

    private SealHeaders() {
    }

    public static void authorize(HttpHeaders headers, String token) {
        headers.set(NAME, SCHEME + token);
        headers.set(HttpHeaders.USER_AGENT, "clinic-portal");
    }

    public static String masked(String token) {
        return token.substring(0, 3) + "…" + " (" + token.length() + ")";
    }
}
