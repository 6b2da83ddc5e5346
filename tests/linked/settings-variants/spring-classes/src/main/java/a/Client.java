package a;

import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClient;

@Service
public class Client {
    private final InsightsProperties insights;
    private final BoardProperties board;
    private final RestClient rest = RestClient.create();

    public Client(InsightsProperties insights, BoardProperties board) {
        this.insights = insights;
        this.board = board;
    }

    public String feed() {
        return rest.get().uri(insights.getBaseUrl() + "/stats/feed").header("Authorization", "Bearer " + insights.getFeedToken()).retrieve().body(String.class);
    }

    public String wall() {
        return rest.get().uri(insights.getBaseUrl() + "/stats/wall").header("Authorization", "Bearer " + insights.getWall().getToken()).retrieve().body(String.class);
    }

    public String board() {
        return rest.get().uri(board.url() + "/stats/board").header("Authorization", "Bearer " + board.token()).retrieve().body(String.class);
    }
}
