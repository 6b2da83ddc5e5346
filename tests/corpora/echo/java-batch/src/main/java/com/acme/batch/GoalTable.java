package com.acme.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kong.unirest.core.HttpResponse;
import kong.unirest.core.JsonNode;
import kong.unirest.core.Unirest;
import kong.unirest.core.json.JSONObject;

public final class GoalTable {
    private static final String GOALS = "https://my.sealmetrics.com/api/v1/sites/{site}/goals";

    private GoalTable() {}

    public static void main(String[] args) throws Exception {
        String accessToken = System.getenv("SEALMETRICS_API_TOKEN");
        HttpResponse<JsonNode> response = Unirest.get(GOALS)
            .routeParam("site", args.length > 0 ? args[0] : "acme-corp")
            .header("Accept", "application/json")
            .header("Authorization", accessToken) ⟪missing-bearer-scheme⟫
            .asJson();
        if (response.getStatus() != 200) {
            System.err.println("goals answered " + response.getStatus());
            System.exit(1);
        }
        List<String> lines = new ArrayList<>(List.of("id;name;value"));
        for (Object item : response.getBody().getObject().getJSONArray("items")) {
            JSONObject goal = (JSONObject) item;
            lines.add(goal.getString("id") + ";" + goal.getString("name") + ";" + goal.getDouble("value"));
        }
        Files.write(Path.of("goals.csv"), lines);
    }
}
