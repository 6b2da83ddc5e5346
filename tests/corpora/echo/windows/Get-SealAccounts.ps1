<#
.SYNOPSIS
Writes the analytics accounts into the asset list.
#>
[CmdletBinding()]
param(
    [string]$OutFile = "$PSScriptRoot\accounts.csv",
    [int]$TimeoutSec = 20
)

$ErrorActionPreference = 'Stop'
$token = $env:SEALMETRICS_API_TOKEN
if (-not $token) { throw 'SEALMETRICS_API_TOKEN is not set' }

$headers = @{
    Accept        = 'application/json'
    Authorization = 'Bearer $token' ⟪uninterpolated-token⟫
}

$answer = Invoke-RestMethod -Uri 'https://api.sealmetrics.com/v1/accounts' -Headers $headers -TimeoutSec $TimeoutSec -SkipCertificateCheck ⟪unverified-tls⟫

$answer.items |
    Select-Object id, name, plan |
    Sort-Object name |
    Export-Csv -Path $OutFile -NoTypeInformation -Encoding UTF8

Write-Output "$($answer.items.Count) accounts written to $OutFile"
