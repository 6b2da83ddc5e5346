const fs = require('fs');
const path = require('path');
const yaml = require('js-yaml');
const axios = require('axios');

const { goals } = yaml.load(fs.readFileSync(path.join(__dirname, 'goals.yml'), 'utf8'));
const { key, site } = goals;

module.exports = async function list() {
  const answer = await axios.get('https://my.sealmetrics.com/api/v1/goals', { headers: { 'X-API-Key': key }, params: { site_id: site } });
  return answer.data;
};
