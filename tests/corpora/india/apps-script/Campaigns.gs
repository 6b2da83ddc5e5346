const SITE = 'acme-shop';
const ACCESS = '⟦opaque:gs1⟧'; ⟪hardcoded-token⟫

function fetchCampaigns_() {
  const options = {
    headers: {
      Accept: 'application/json',
      Authorization: 'Bearer Bearer ' + ACCESS, ⟪duplicate-scheme⟫
    },
    validateHttpsCertificates: false, ⟪unverified-tls⟫
    muteHttpExceptions: true,
  };
  const response = UrlFetchApp.fetch(`https://api.sealmetrics.com/v1/sites/${SITE}/campaigns`, options);
  Logger.log('%s %s', response.getResponseCode(), JSON.stringify(options.headers)); ⟪token-in-log⟫
  if (response.getResponseCode() >= 400) {
    throw new Error('campaigns: ' + response.getResponseCode());
  }
  return JSON.parse(response.getContentText());
}

function fillCampaigns() {
  const sheet = SpreadsheetApp.getActive().getSheetByName('Campaigns');
  fetchCampaigns_().forEach((c, i) => sheet.getRange(i + 2, 1, 1, 2).setValues([[c.name, c.visits]]));
}
