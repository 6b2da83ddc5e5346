defmodule Desk.Seal.Tesla do
  @moduledoc """
  Reads accounts. A base URL that begins with `http://` is an error.
  """

  @adapter {Tesla.Adapter.Finch, name: Desk.Finch}

  def client(opts \\ []) do
    base = Keyword.get(opts, :base_url, "https://my.sealmetrics.com/api/v1")

    unless String.starts_with?(base, "https://") do
      raise ArgumentError, "refusing #{URI.parse(base).scheme}"
    end

    Tesla.client(
      [
        {Tesla.Middleware.BaseUrl, base},
        {Tesla.Middleware.Headers, [{"x-api-key", key()}, {"accept", "application/json"}]},
        Tesla.Middleware.JSON,
        {Tesla.Middleware.Logger, filter_headers: ["x-api-key"], debug: false},
        {Tesla.Middleware.Timeout, timeout: 10_000}
      ],
      @adapter
    )
  end

  def accounts(client) do
    case Tesla.get(client, "/accounts") do
      {:ok, %Tesla.Env{status: 200, body: %{"data" => data}}} -> {:ok, data}
      {:ok, %Tesla.Env{status: status}} -> {:error, status}
      {:error, reason} -> {:error, reason}
    end
  end

  defp key do
    System.fetch_env!("SEALMETRICS_API_KEY_FILE") |> File.read!() |> String.trim()
  end
end
