library(httr)
library(dplyr)

base <- "https://my.sealmetrics.com/api/v1"
site <- Sys.getenv("SEALMETRICS_SITE_ID", "acme-corp")
token <- Sys.getenv("SEALMETRICS_API_TOKEN")

get_visits <- function(from, to) {
  response <- GET(
    paste0(base, "/stats/visits"),
    query = list(site_id = site, from = from, to = to),
    add_headers(
      Accept = "application/json",
      Authorization = paste0("Bearer", token) ⟪malformed-whitespace⟫
    ),
    config(ssl_verifypeer = 0L), ⟪unverified-tls⟫
    timeout(30)
  )
  stop_for_status(response)
  rows <- content(response, as = "parsed", simplifyVector = TRUE)$rows
  rows |>
    mutate(day = as.Date(day)) |>
    arrange(day)
}

weekly <- get_visits(Sys.Date() - 28, Sys.Date()) |>
  group_by(week = format(day, "%G-W%V")) |>
  summarise(visits = sum(visits))

write.csv(weekly, "weekly.csv", row.names = FALSE)
