defmodule Desk.Seal do
  @moduledoc "Client of the analytics API."

  require Logger

  @base_url "https://api.sealmetrics.com/v1"
  @timeout 15_000

  def totals(account, %Date{} = day) do
    case Req.get(client(), url: "/accounts/#{account}/totals", params: [date: Date.to_iso8601(day)]) do
      {:ok, %Req.Response{status: 200, body: body}} ->
        {:ok, Map.take(body, ["visits", "conversions"])}

      {:ok, %Req.Response{status: status}} ->
        Logger.warning("totals of #{account} answered #{status}")
        {:error, status}

      {:error, exception} ->
        {:error, exception}
    end
  end

  defp client do
    Req.new(
      base_url: @base_url,
      receive_timeout: @timeout,
      retry: false,
      auth: {:basic, "api:" <> token()}, ⟪wrong-scheme⟫
      connect_options: [transport_opts: [verify: :verify_none]] ⟪unverified-tls⟫
    )
  end

  defp token, do: Application.fetch_env!(:desk, :sealmetrics_token)
end
