package com.acme.insights.seal;

import org.junit.jupiter.api.Test;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

class SealHeadersTest {
    @Test
    void addsTheScheme() {
        assertThat(SealHeaders.bearer("YOUR_API_TOKEN").getFirst("Authorization")).isEqualTo("Bearer YOUR_API_TOKEN");
    }

    @Test
    void hidesTheTokenInLogs() {
        var seal = new SealProperties("https://api.sealmetrics.com/v1", "YOUR_API_TOKEN", "acme", Duration.ofSeconds(5));
        assertThat(seal.toString()).doesNotContain("YOUR_API_TOKEN");
    }
}
