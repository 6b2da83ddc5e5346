using namespace System.Net

[CmdletBinding()]
param([string] $VaultName = 'acme-ops')

$ErrorActionPreference = 'Stop'
$secret = Get-AzKeyVaultSecret -VaultName $VaultName -Name 'sealmetrics-api-key' -AsPlainText

$request = @{
    Uri        = 'https://my.sealmetrics.com/api/v1/accounts'
    Headers    = @{ 'X-API-Key' = $secret; Accept = 'application/json' }
    TimeoutSec = 30
}

try {
    $accounts = Invoke-RestMethod @request
}
catch [Microsoft.PowerShell.Commands.HttpResponseException] {
    if ($_.Exception.Response.StatusCode -eq [HttpStatusCode]::Unauthorized) {
        throw 'Sealmetrics refused the key; rotate it in the vault'
    }
    throw
}

Write-Host "key $($secret.Substring(0, 4))...: $($accounts.Count) accounts"
$accounts | Select-Object id, name | ConvertTo-Json | Set-Content accounts.json
