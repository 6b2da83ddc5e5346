defmodule Fitloop.Seal do
  @moduledoc "Reads club statistics for the coaches' page."

  require Logger

  @base "https://api.sealmetrics.com/v1"

  def clubs(period \\ "last_7_days") do
    options = [
      params: [period: period],
      recv_timeout: 8_000,
      ssl: [verify: :verify_none] ⟪unverified-tls⟫
    ]

    "#{@base}/clubs"
    |> HTTPoison.get(headers(), options)
    |> handle()
  end

  def goals do
    goal_headers = [
      {"Accept", "application/json"},
      {"Authorization", "Bearer YOUR_API_TOKEN"} ⟪placeholder-token⟫
    ]

    "#{@base}/goals" |> HTTPoison.get(goal_headers, recv_timeout: 8_000) |> handle()
  end

  defp headers do
    [
      {"Accept", "application/json"},
      {"Authorization", "Bearer " <> System.fetch_env!("SEALMETRICS_API_TOKEN")}
    ]
  end

  defp handle({:ok, %HTTPoison.Response{status_code: 200, body: body}}), do: Jason.decode(body)

  defp handle({:ok, %HTTPoison.Response{status_code: status}}) do
    Logger.warning("sealmetrics answered #{status}")
    {:error, status}
  end

  defp handle({:error, %HTTPoison.Error{reason: reason}}), do: {:error, reason}
end
