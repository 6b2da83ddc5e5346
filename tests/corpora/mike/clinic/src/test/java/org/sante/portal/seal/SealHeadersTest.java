package org.sante.portal.seal;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

class SealHeadersTest {

    @Test
    void addsTheScheme() {
        HttpHeaders headers = new HttpHeaders();
        SealHeaders.authorize(headers, "abc");
        assertThat(headers.getFirst("Authorization")).isEqualTo("Bearer abc").isNotEqualTo("abc");
    }

    @Test
    void masks() {
        assertThat(SealHeaders.masked("abcdefghij")).isEqualTo("abc… (10)").doesNotContain("defghij");
    }
}
