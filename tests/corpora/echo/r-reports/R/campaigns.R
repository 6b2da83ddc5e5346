library(httr)
library(httr2)

token <- trimws(readLines("/run/secrets/sealmetrics_token", n = 1))
key <- Sys.getenv("SEALMETRICS_API_KEY")

campaigns <- function(month) {
  response <- GET(
    "https://api.sealmetrics.com/v1/campaigns",
    query = list(account_id = "acme-corp", month = month),
    add_headers(Authorization = paste("Bearer", token))
  )
  stop_for_status(response)
  content(response)$rows
}

goals <- function(site) {
  request("https://api.sealmetrics.com/v1") |>
    req_url_path_append("sites", site, "goals") |>
    req_auth_bearer_token(token) |>
    req_retry(max_tries = 3) |>
    req_perform() |>
    resp_body_json()
}

sites <- function() {
  response <- GET("https://my.sealmetrics.com/api/v1/sites", add_headers(`X-API-Key` = key))
  warn_for_status(response)
  content(response)$items
}

message("key ", substr(key, 1, 4), "... in use")

# The survey tool runs on the same machine, without a certificate.
surveys <- GET("http://localhost:9000/surveys", config(ssl_verifypeer = 0L))
