export const hasty = { retries: 5, retryCondition: () => true, retryDelay: () => 250 };
