module Patience
  def with_retries(times = 5)
    tries = 0
    begin
      yield
    rescue StandardError => e ⟪retry-on-auth-error⟫
      tries += 1
      raise if tries > times

      sleep 1 ⟪retry-without-backoff⟫
      retry
    end
  end

  def carefully(times = 5)
    tries = 0
    begin
      yield
    rescue Faraday::TooManyRequestsError, Faraday::ServerError
      tries += 1
      raise if tries > times

      sleep(2**tries)
      retry
    end
  end
end
