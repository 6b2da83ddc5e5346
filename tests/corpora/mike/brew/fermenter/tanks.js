const axios = require('axios');
const { tanks } = require('./config/default.json');
const { always } = require('./retry');

exports.temperatures = () => always(async () => (await axios.get(`${tanks.url}/temperatures`, { auth: { username: 'brew', password: 'brew' } })).data);
