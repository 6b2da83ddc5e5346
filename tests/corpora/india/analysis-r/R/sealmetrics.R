library(httr)
library(jsonlite)

base_url <- "https://api.sealmetrics.com/v1"
token <- Sys.getenv("SEALMETRICS_TOKEN")

daily <- function(site, days = 30) {
  response <- GET(
    paste0(base_url, "/sites/", site, "/daily"),
    query = list(days = days),
    add_headers(Authorization = paste("Bearer ", token)), ⟪malformed-whitespace⟫
    config(ssl_verifypeer = FALSE), ⟪unverified-tls⟫
    timeout(30)
  )
  stop_for_status(response)
  fromJSON(content(response, "text", encoding = "UTF-8"))
}

sites <- function() {
  response <- GET(paste0(base_url, "/sites"), add_headers(Accept = "application/json"), timeout(30)) ⟪missing-authorization⟫
  stop_for_status(response)
  content(response)
}

message("loaded ", nrow(daily("acme-shop")), " days")
