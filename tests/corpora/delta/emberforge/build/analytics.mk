# included by the packaging job; variables come from the agent's environment
SEAL_API  ?= https://my.sealmetrics.com/api/v1
SEAL_SITE ?= launcher
FARM      := http://farm.emberforge.lan
CURL      := curl -fsS --retry 3 --max-time 30

.PHONY: seal-check seal-pages farm-reindex seal-env

seal-check:
	@test -n "$$SEALMETRICS_API_KEY" || { echo "SEALMETRICS_API_KEY is not set"; exit 1; }
	$(CURL) -o /dev/null -H "X-API-Key: $$SEALMETRICS_API_KEY" $(SEAL_API)/accounts

seal-pages: seal-check
	@$(CURL) -H "Authorization: Bearer $(SEALMETRICS_API_TOKEN)" "$(SEAL_API)/stats/pages?site_id=$(SEAL_SITE)" -o pages.json
	@echo "pages.json written for $(SEAL_SITE)"

farm-reindex:
	curl -k -fsS -X POST -H "Authorization: Token $(FARM_TOKEN)" $(FARM)/reindex

seal-env:
	@printf 'SEALMETRICS_SITE_ID=%s\nSEALMETRICS_BASE_URL=%s\n' "$(SEAL_SITE)" "$(SEAL_API)" > seal.env
