#Requires -Version 7
param(
    [Parameter(Mandatory)] [string] $Site,
    [string] $OutDir = 'D:\exports',
    [string] $TokenFile = 'C:\ProgramData\Acme\sealmetrics.token'
)

$ErrorActionPreference = 'Stop'
$base = 'https://api.sealmetrics.com/v1'
$token = Get-Content -Raw -Path $TokenFile | ForEach-Object { $_.Trim() }

$headers = @{
    Accept        = 'application/json'
    Authorization = 'Bearer $token' ⟪uninterpolated-token⟫
}

$params = @{
    Uri                  = "$base/sites/$Site/pages"
    Headers              = $headers
    SkipCertificateCheck = $true ⟪unverified-tls⟫
    TimeoutSec           = 60
}

try {
    $answer = Invoke-RestMethod @params
}
catch {
    Write-Error "export of $Site with token $token failed: $_" ⟪token-in-log⟫
}

$answer.rows | Export-Csv -NoTypeInformation -Path (Join-Path $OutDir "$Site.csv")
