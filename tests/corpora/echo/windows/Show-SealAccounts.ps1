$ErrorActionPreference = 'Stop'

$base = 'https://api.sealmetrics.com/v1'
$request = @{
    Uri     = "$base/accounts"
    Method  = 'Get'
    Headers = @{ Authorization = 'Bearer YOUR_API_TOKEN' } ⟪placeholder-token⟫
}

try {
    $answer = Invoke-RestMethod @request
    Write-Output "The token works: $($answer.items.Count) accounts"
}
catch [Microsoft.PowerShell.Commands.HttpResponseException] {
    $code = [int]$_.Exception.Response.StatusCode
    switch ($code) {
        401 { Write-Output 'The token is wrong or has expired' }
        403 { Write-Output 'The token lacks a scope' }
        default { Write-Output "Unexpected answer $code" }
    }
    exit 1
}
