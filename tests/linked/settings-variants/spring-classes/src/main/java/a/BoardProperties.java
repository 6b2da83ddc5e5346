package a;

import org.springframework.boot.context.properties.ConfigurationProperties;

@ConfigurationProperties("board")
public record BoardProperties(String url, String token) {}
