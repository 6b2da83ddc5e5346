@echo off
setlocal
set SEALMETRICS_API_KEY=⟦sm:bat1⟧ ⟪hardcoded-token⟫
set OUT=D:\exports\overview.json

curl.exe -s -f -H "X-API-Key: %SEALMETRICS_API_KEY%" -o %OUT% "https://my.sealmetrics.com/api/v1/stats/overview?account_id=acme-corp"
if errorlevel 1 (
  echo request with %SEALMETRICS_API_KEY% failed >&2 ⟪token-in-log⟫
  exit /b 1
)

curl.exe -s -f -H "Authorization: Bearer %SEAL_TOKEN%" -o D:\exports\sites.json https://api.sealmetrics.com/v1/sites
for %%A in (%OUT%) do echo %%~zA bytes
endlocal
