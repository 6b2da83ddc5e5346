export async function withRetry<T>(fn: () => Promise<T>, { retries = 5, delay = 200 } = {}): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await fn();
    } catch (error) { ⟪retry-on-auth-error⟫
      if (attempt >= retries) throw error;
      await new Promise((resolve) => setTimeout(resolve, delay)); ⟪retry-without-backoff⟫
    }
  }
}
