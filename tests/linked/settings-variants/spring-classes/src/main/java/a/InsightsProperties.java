package a;

import org.springframework.boot.context.properties.ConfigurationProperties;

@ConfigurationProperties(prefix = "insights")
public class InsightsProperties {
    private String baseUrl;
    private String feedToken;
    private final Wall wall = new Wall();

    public String getBaseUrl() { return baseUrl; }
    public void setBaseUrl(String baseUrl) { this.baseUrl = baseUrl; }
    public String getFeedToken() { return feedToken; }
    public void setFeedToken(String feedToken) { this.feedToken = feedToken; }
    public Wall getWall() { return wall; }

    public static class Wall {
        private String token;
        public String getToken() { return token; }
        public void setToken(String token) { this.token = token; }
    }
}
