export async function refreshToken() {
  return process.env.SEALMETRICS_TOKEN;
}
