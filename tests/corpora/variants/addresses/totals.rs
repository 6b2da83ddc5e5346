use http::Uri;
const HOST: &str = "api.sealmetrics.com";
fn one() -> Uri { Uri::builder().scheme("http").authority(HOST).path_and_query("/v1/totals").build().unwrap() } ⟪insecure-endpoint⟫
fn two() -> Uri { Uri::builder().scheme("http").authority("rooms.lan").path_and_query("/v1/totals").build().unwrap() }
