#requires -Version 7
$ErrorActionPreference = 'Stop'

# Appliance with a factory certificate; an http:// probe of it is answered with a redirect.
$appliance = Invoke-WebRequest -Uri 'https://10.4.0.12/status' -SkipCertificateCheck `
    -Headers @{ Authorization = "Basic $env:APPLIANCE_BASIC" }
Write-Host "appliance: $($appliance.StatusCode)"

$secret = Get-Secret -Name 'sealmetrics-api-key' -Vault Lumen -AsPlainText
$masked = '{0}...{1}' -f $secret.Substring(0, 4), $secret.Substring($secret.Length - 2)
Write-Host "sealmetrics key: $masked"

$answer = Invoke-WebRequest -Uri 'https://my.sealmetrics.com/api/v1/sites' -SkipHttpErrorCheck -Headers @{
    'X-API-Key' = $secret
    Accept      = 'application/json'
}

switch ($answer.StatusCode) {
    200     { Write-Host 'sealmetrics: key accepted' }
    401     { Write-Error 'sealmetrics: key was refused, rotate it' }
    403     { Write-Error 'sealmetrics: key lacks sites:read' }
    default { Write-Error "sealmetrics: unexpected status $($answer.StatusCode)" }
}
