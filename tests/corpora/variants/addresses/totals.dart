const host = 'api.sealmetrics.com';
Uri one() => Uri(scheme: 'http', host: host, path: '/v1'); ⟪insecure-endpoint⟫
Uri two() => Uri.http(host, '/v1'); ⟪insecure-endpoint⟫
