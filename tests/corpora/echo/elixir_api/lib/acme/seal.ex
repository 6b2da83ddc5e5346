defmodule Acme.Seal do
  @moduledoc "Reads funnels from Sealmetrics."

  require Logger

  @base "https://api.sealmetrics.com/v1"
  @timeout 15_000

  def funnels(account, day) do
    token = System.fetch_env!("SEALMETRICS_API_TOKEN")
    url = "#{@base}/funnels?account_id=#{account}&date=#{day}"

    headers = [
      {"Accept", "application/json"},
      {"Authorization", "Bearer\t#{token}"} ⟪malformed-whitespace⟫
    ]

    options = [
      recv_timeout: @timeout,
      ssl: [verify: :verify_none] ⟪unverified-tls⟫
    ]

    case HTTPoison.get(url, headers, options) do
      {:ok, %HTTPoison.Response{status_code: 200, body: body}} ->
        {:ok, Jason.decode!(body)["steps"]}

      {:ok, %HTTPoison.Response{status_code: status}} ->
        Logger.warning("funnels of #{account} answered #{status}")
        {:error, status}

      {:error, %HTTPoison.Error{reason: reason}} ->
        {:error, reason}
    end
  end
end
