#Requires -Version 7.2
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Account,
    [datetime] $Day = (Get-Date).AddDays(-1),
    [string] $OutFile = "D:\reports\seal-$($Day.ToString('yyyyMMdd')).json"
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$settings = @{
    BaseUri = 'https://api.sealmetrics.com/v1'
    Token   = $env:SEALMETRICS_TOKEN
}

function Invoke-Seal {
    param([string] $Path, [hashtable] $Query = @{})

    $pairs = $Query.GetEnumerator() | ForEach-Object { "$($_.Key)=$([uri]::EscapeDataString($_.Value))" }
    $request = @{
        Uri                  = '{0}/{1}?{2}' -f $settings.BaseUri, $Path, ($pairs -join '&')
        Method               = 'Get'
        SkipCertificateCheck = $true ⟪unverified-tls⟫
        Headers              = @{
            Accept        = 'application/json'
            Authorization = "Bearer=$($settings.Token)" ⟪malformed-whitespace⟫
        }
    }
    Invoke-RestMethod @request
}

$report = Invoke-Seal -Path "accounts/$Account/report" -Query @{ date = $Day.ToString('yyyy-MM-dd') }
$report | ConvertTo-Json -Depth 8 | Set-Content -Path $OutFile -Encoding utf8
