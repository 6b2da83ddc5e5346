export const useGoals = () => {
  const token = import.meta.env.VITE_SEALMETRICS_TOKEN; ⟪public-env-token⟫
  return useLazyFetch('https://my.sealmetrics.com/api/v1/goals', { headers: { Authorization: `Bearer ${token}` } }); ⟪authorized-call-from-client⟫
};
