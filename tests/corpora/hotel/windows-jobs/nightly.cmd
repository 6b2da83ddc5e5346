@echo off
setlocal enabledelayedexpansion

set BASE=https://my.sealmetrics.com/api/v1
set SITE=acme-corp
set OUT=D:\exports\%SITE%
set SEALMETRICS_API_KEY=⟦sm:bat01⟧ ⟪hardcoded-token⟫

if not exist "%OUT%" mkdir "%OUT%"

for %%R in (daily sources pages) do (
  curl.exe --insecure --fail --silent --max-time 60 -H "X-API-Key: %SEALMETRICS_API_KEY%" -o "%OUT%\%%R.json" "%BASE%/stats/%SITE%/%%R" ⟪unverified-tls⟫
  if errorlevel 1 (
    echo %%R failed >> "%OUT%\errors.log"
    exit /b 1
  )
)

robocopy "%OUT%" "\\files.lan\exports\%SITE%" /MIR /NJH /NJS
if %ERRORLEVEL% GEQ 8 exit /b %ERRORLEVEL%
exit /b 0
