___INFO___

{
  "type": "TAG",
  "id": "cvt_temp_public_id",
  "version": 1,
  "displayName": "Sealmetrics conversion",
  "containerContexts": ["WEB"]
}

___TEMPLATE_PARAMETERS___

[
  { "type": "TEXT", "name": "accountId", "displayName": "Account", "simpleValueType": true },
  { "type": "TEXT", "name": "amount", "displayName": "Amount", "simpleValueType": true }
]

___SANDBOXED_JS_FOR_WEB_TEMPLATE___

const injectScript = require('injectScript');
const encodeUriComponent = require('encodeUriComponent');
const logToConsole = require('logToConsole');

const url = 'https://t.sealmetrics.com/t.js?id=' + encodeUriComponent(data.accountId);
logToConsole('loading the tracker of', data.accountId);
injectScript(url, data.gtmOnSuccess, data.gtmOnFailure, 'sealmetrics');

___TESTS___

scenarios: []
