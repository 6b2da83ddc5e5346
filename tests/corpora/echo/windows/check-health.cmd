@echo off
setlocal

if "%SEALMETRICS_API_TOKEN%"=="" (
  echo SEALMETRICS_API_TOKEN is not set
  exit /b 64
)

rem http://api.sealmetrics.com is redirected, so ask https right away
curl -fsS -o nul https://api.sealmetrics.com/v1/health || goto down
curl -fsS -o nul -H "Authorization: Bearer %SEALMETRICS_API_TOKEN%" https://api.sealmetrics.com/v1/accounts || goto down
curl -fsS -k -o nul https://nas.acme.internal/health || echo the NAS does not answer
curl -fsS -o nul http://localhost:8085/health || echo the notifier does not answer

echo everything answers
exit /b 0

:down
echo sealmetrics does not answer
exit /b 1
