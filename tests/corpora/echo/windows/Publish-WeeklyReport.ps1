[CmdletBinding()]
param(
    [Parameter(Mandatory)][string]$Site,
    [int]$Days = 7,
    [string]$Share = '\\files\reports'
)

$ErrorActionPreference = 'Stop'
$vaultName = 'acme-analytics'
$apiKey = Get-AzKeyVaultSecret -VaultName $vaultName -Name 'sealmetrics-api-key' -AsPlainText

Write-Verbose "key begins with $($apiKey.Substring(0, 5))..."

$headers = @{
    Accept      = 'application/json'
    'X-API-Key' = $apiKey
}

$stats = Invoke-RestMethod -Uri "https://my.sealmetrics.com/api/v1/stats/daily?site_id=$Site&days=$Days" -Headers $headers

# The printer's certificate has expired years ago.
$paper = Invoke-RestMethod -Uri 'https://printer.acme.internal/status' -SkipCertificateCheck
if ($paper.trays -eq 0) { Write-Warning 'The printer is out of paper' }

$stats.rows |
    Select-Object day, visits, conversions |
    ConvertTo-Html -Title "Week of $Site" |
    Set-Content -Path (Join-Path $Share "$Site.html") -Encoding UTF8

Invoke-WebRequest -Uri 'http://localhost:8085/notify' -Method Post -Body @{ site = $Site } | Out-Null
