@echo off
setlocal

set OUT=C:\Reports
set SEALMETRICS_SITE_ID=acme-corp
set SEALMETRICS_API_KEY=⟦sm:112⟧ ⟪hardcoded-token⟫
set BASE=https://my.sealmetrics.com/api/v1

if not exist "%OUT%" mkdir "%OUT%"

curl -fsS -k -H "X-API-Key: %SEALMETRICS_API_KEY%" -o "%OUT%\daily.json" "%BASE%/stats/daily?site_id=%SEALMETRICS_SITE_ID%" ⟪unverified-tls⟫
if errorlevel 1 goto failed

curl -fsS -H "X-API-Key: %SEALMETRICS_API_KEY%" -o "%OUT%\goals.json" "%BASE%/sites/%SEALMETRICS_SITE_ID%/goals"
if errorlevel 1 goto failed

copy /y "%OUT%\*.json" \\files\reports >nul
exit /b 0

:failed
echo the report could not be fetched with key %SEALMETRICS_API_KEY% ⟪token-in-log⟫
exit /b 1
