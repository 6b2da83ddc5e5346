library(httr)

legacy_url <- "https://app.sealmetrics.com/api/report"

legacy_report <- function(account, day) {
  # the corporate proxy re-signs traffic: its CA is installed, checks stay on
  old <- set_config(config(cainfo = "/etc/ssl/certs/corp-bundle.pem"))
  on.exit(set_config(old, override = TRUE))

  response <- GET(
    legacy_url,
    query = list(account_id = account, date = format(day)),
    add_headers(Authorization = sprintf("Bearer %s", keyring::key_get("sealmetrics"))),
    timeout(20)
  )
  stop_for_status(response, "read the legacy report")
  message("legacy report of ", format(day), ": ", status_code(response))
  content(response, as = "parsed")$data
}

occupancy <- function(day) {
  response <- GET(
    "http://pms.lan/occupancy",
    query = list(day = format(day), token = Sys.getenv("PMS_TOKEN")),
    config(ssl_verifypeer = 0L)
  )
  stop_for_status(response)
  content(response)
}
