const axios = require('axios');

const headers = { Authorization: `Bearer ${process.env.STATS_FEED_TOKEN}` };

exports.daily = async () => (await axios.get(`${process.env.STATS_URL}/stats/daily`, { headers })).data;
exports.raw = async () => (await axios.get(process.env.STATS_URL + '/stats/raw', { headers: { Authorization: process.env.STATS_FEED_TOKEN } })).data; ⟪missing-bearer-scheme⟫
exports.erp = async () => (await axios.get('https://erp.internal/api', { headers: { Authorization: `Bearer ${process.env.ERP_ACCESS_TOKEN}` } })).data;
