export const polite = { retries: 5, minTimeout: 1000, factor: 2 };
export const eager = {
  retries: 50,
  minTimeout: 20, ⟪retry-without-backoff⟫
  factor: 1,
};
