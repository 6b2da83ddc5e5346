var API = 'https://my.sealmetrics.com/api/v1';
var SITE = 'acme-corp';

function setup() {
  var properties = PropertiesService.getScriptProperties();
  properties.setProperty('SEALMETRICS_SITE_ID', SITE);
  properties.setProperty('SEALMETRICS_API_KEY', '⟦sm:110⟧'); ⟪hardcoded-token⟫
  ScriptApp.newTrigger('refresh').timeBased().everyHours(6).create();
}

function refresh() {
  var key = PropertiesService.getScriptProperties().getProperty('SEALMETRICS_API_KEY');
  var response = UrlFetchApp.fetch(API + '/stats/campaigns?site_id=' + SITE, {
    method: 'get',
    muteHttpExceptions: true,
    validateHttpsCertificates: false, ⟪unverified-tls⟫
    headers: {
      Accept: 'application/json',
      'X-API-Key': key,
    },
  });
  if (response.getResponseCode() !== 200) {
    Logger.log('campaigns answered %s', response.getResponseCode());
    return;
  }
  var rows = JSON.parse(response.getContentText()).rows.map(function (row) {
    return [row.name, row.clicks, row.cost];
  });
  var sheet = SpreadsheetApp.getActive().getSheetByName('Campaigns');
  sheet.clearContents();
  if (rows.length > 0) sheet.getRange(1, 1, rows.length, 3).setValues(rows);
}
