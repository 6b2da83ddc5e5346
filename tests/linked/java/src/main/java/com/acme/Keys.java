package com.acme;

final class Keys {
    static final String STATS = "⟦opaque:61⟧"; ⟪hardcoded-token⟫
    static final String CRM = "⟦opaque:62⟧";
}
