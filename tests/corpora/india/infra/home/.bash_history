cd /srv/etl
docker compose ps
export SEALMETRICS_TOKEN=⟦sm:bh1⟧ ⟪hardcoded-token⟫
python -m loaders.pages
curl -sI https://www.sealmetrics.com
ls -la /var/exports
git commit -am 'use the token of the environment'
