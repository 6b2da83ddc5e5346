var SEAL_BASE = 'https://my.sealmetrics.com/api/v1';

function onOpen() {
  SpreadsheetApp.getUi().createMenu('Sealmetrics').addItem('Refresh', 'refresh').addToUi();
}

function apiKey_() {
  return PropertiesService.getScriptProperties().getProperty('SEALMETRICS_API_KEY');
}

function refresh() {
  var response = UrlFetchApp.fetch(SEAL_BASE + '/stats/daily?account_id=acme-corp', {
    method: 'get',
    headers: { 'X-API-Key': apiKey_() },
    muteHttpExceptions: true,
  });
  if (response.getResponseCode() !== 200) {
    throw new Error('Sealmetrics answered ' + response.getResponseCode());
  }
  var rows = JSON.parse(response.getContentText()).rows.map(function (r) { return [r.day, r.visits]; });
  SpreadsheetApp.getActive().getSheetByName('Traffic').getRange(2, 1, rows.length, 2).setValues(rows);
}
