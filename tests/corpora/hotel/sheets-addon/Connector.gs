/* Looker Studio connector. */
var ENDPOINT = 'https://my.sealmetrics.com/api/v1/stats/';

function getAuthType() {
  var cc = DataStudioApp.createCommunityConnector();
  return cc.newAuthTypeResponse().setAuthType(cc.AuthType.KEY).build();
}

function setCredentials(request) {
  PropertiesService.getUserProperties().setProperty('sealmetrics.key', request.key.trim());
  return { errorCode: 'NONE' };
}

function isAuthValid() {
  var key = PropertiesService.getUserProperties().getProperty('sealmetrics.key');
  return Boolean(key) && /^sm_/.test(key);
}

function getData(request) {
  var key = PropertiesService.getUserProperties().getProperty('sealmetrics.key');
  var response = UrlFetchApp.fetch(ENDPOINT + request.configParams.site + '/daily', {
    headers: { 'X-API-Key': key },
    muteHttpExceptions: true,
  });
  var status = response.getResponseCode();
  console.log('daily answered %s for key %s...', status, key.slice(0, 4));
  if (status !== 200) {
    DataStudioApp.createCommunityConnector().newUserError().setText('HTTP ' + status).throwException();
  }
  return { schema: request.fields, rows: JSON.parse(response.getContentText()).rows };
}
