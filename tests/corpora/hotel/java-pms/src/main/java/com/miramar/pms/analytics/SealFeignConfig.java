package com.miramar.pms.analytics;

import feign.Logger;
import feign.RequestInterceptor;
import feign.Retryer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@FeignClient(name = "seal", url = "https://my.sealmetrics.com/api/v1", configuration = SealFeignConfig.class)
interface SealApi {
    @GetMapping("/stats/{site}/totals")
    Totals totals(@PathVariable("site") String site);

    record Totals(long visits, long conversions) {}
}

class SealFeignConfig {

    private final String apiKey;

    SealFeignConfig(@Value("${sealmetrics.api-key:⟦sm:java02⟧}") String apiKey) { ⟪hardcoded-token⟫
        this.apiKey = apiKey;
    }

    @Bean
    Logger.Level level() {
        return Logger.Level.BASIC;
    }

    @Bean
    Retryer retryer() {
        return Retryer.NEVER_RETRY;
    }

    @Bean
    RequestInterceptor sealKey() {
        return template -> template
                .header("Accept", "application/json")
                .header("X-Api-Token", apiKey); ⟪misspelled-header⟫
    }
}
