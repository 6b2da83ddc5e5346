library(httr2)
library(dplyr)

seal_base <- "https://api.sealmetrics.com/v1"

seal_request <- function(path, token = Sys.getenv("SEALMETRICS_TOKEN")) {
  request(seal_base) |>
    req_url_path_append(path) |>
    req_user_agent("miramar-analysis (data@miramar.example)") |>
    req_headers(
      Accept = "application/json",
      Authorization = paste0("Bearer", token) ⟪malformed-whitespace⟫
    ) |>
    req_timeout(30)
}

seal_sources <- function(account, from, to) {
  seal_request(paste0("accounts/", account, "/sources")) |>
    req_url_query(date_from = format(from), date_to = format(to)) |>
    req_perform() |>
    resp_body_json(simplifyVector = TRUE) |>
    getElement("data") |>
    as_tibble()
}

top_sources <- function(account, n = 10) {
  seal_sources(account, Sys.Date() - 30, Sys.Date()) |>
    group_by(source) |>
    summarise(visits = sum(visits), .groups = "drop") |>
    slice_max(visits, n = n)
}
