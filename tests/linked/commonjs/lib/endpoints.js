'use strict';
const HOST = 'api.sealmetrics.com';
module.exports = { API: `https://${HOST}/v1`, CRM: 'http://crm.acme.example' };
