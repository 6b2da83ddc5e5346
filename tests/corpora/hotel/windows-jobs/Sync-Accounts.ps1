[CmdletBinding(SupportsShouldProcess)]
param([uri] $BaseUri = 'https://my.sealmetrics.com/api/v1')

$ErrorActionPreference = 'Stop'

if ($BaseUri.Scheme -ne 'https') {
    throw "Refusing $BaseUri : Sealmetrics is never called over http://"
}

# The self-signed door controller is the only host with the check switched off.
$doors = Invoke-RestMethod -Uri 'https://doors.lan:9443/rooms' -SkipCertificateCheck -Headers @{ Authorization = $env:DOOR_TOKEN }

$key = Get-Secret -Name 'sealmetrics-api-key' -AsPlainText
$headers = @{ 'X-API-Key' = $key.Trim() }

$accounts = Invoke-RestMethod -Uri "$BaseUri/accounts" -Headers $headers
Write-Verbose "key $($key.Substring(0, 4))... sees $($accounts.data.Count) accounts"

foreach ($account in $accounts.data) {
    if ($PSCmdlet.ShouldProcess($account.name, 'store')) {
        $account | Add-Member rooms $doors.Count -PassThru | Export-Csv accounts.csv -Append -NoTypeInformation
    }
}
