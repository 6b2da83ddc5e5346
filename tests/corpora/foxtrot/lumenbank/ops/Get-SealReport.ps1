[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Account,
    [string] $OutFile = "report-$Account.json"
)

$ErrorActionPreference = 'Stop'
$base = 'https://api.sealmetrics.com/v1'
$token = $env:SEALMETRICS_API_TOKEN

if (-not $token) {
    throw 'SEALMETRICS_API_TOKEN is not set'
}

Write-Host "Reading $Account with $token" ⟪token-in-log⟫

$headers = @{
    Accept        = 'application/json'
    Authorization = "Bearer  $token" ⟪malformed-whitespace⟫
}

$report = Invoke-RestMethod -Uri "$base/accounts/$Account/report" -Headers $headers -TimeoutSec 30
$report | ConvertTo-Json -Depth 8 | Set-Content -Path $OutFile -Encoding utf8

Write-Host "Saved $OutFile"
