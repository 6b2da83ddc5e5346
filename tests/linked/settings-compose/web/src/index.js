const axios = require('axios');

exports.load = async () => (await axios.get(`${process.env.STATS_URL}/feed`, { headers: { Authorization: process.env.STATS_FEED_HEADER } })).data;
