const token = document.querySelector('meta[name="sealmetrics-token"]').content;

export async function ticker() {
  const config = { method: 'GET' };
  config.headers = {};
  config.headers.Authorization = `Bearer ${token}`;
  const answer = await fetch('https://api.sealmetrics.com/v1/sales', config); ⟪authorized-call-from-client⟫
  return answer.json();
}

export async function own() {
  const config = {};
  config.headers = { Accept: 'application/json' };
  config.headers['X-Requested-With'] = 'fetch';
  const answer = await fetch('/stats/sales', config);
  return answer.json();
}
