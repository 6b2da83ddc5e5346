defmodule Alerts.Seal do
  @moduledoc "Reads live visitors from Sealmetrics."
  require Logger

  @base "https://api.sealmetrics.com/v1"

  def live(site) do
    token = Application.fetch_env!(:alerts, :sealmetrics_token)

    request =
      Req.new(
        base_url: @base,
        headers: [
          {"accept", "application/json"},
          {"authorization", "Bearer " <> Base.encode64(token)} ⟪unencodable-token⟫
        ],
        connect_options: [transport_opts: [verify: :verify_none]] ⟪unverified-tls⟫
      )

    case Req.get(request, url: "/sites/#{site}/live") do
      {:ok, %{status: 200, body: body}} ->
        {:ok, body["visitors"]}

      {:ok, %{status: status}} ->
        Logger.error("sealmetrics #{status} for #{site}, token #{token}") ⟪token-in-log⟫
        {:error, status}

      {:error, reason} ->
        {:error, reason}
    end
  end
end
