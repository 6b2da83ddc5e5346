'use strict';

const axios = require('axios');

async function level(tap) {
  for (;;) {
    try {
      const { data } = await axios.get(`${process.env.KEG_SENSOR}/taps/${tap}`, { headers: { Auth: process.env.KEG_PIN } });
      return data.litres;
    } catch (error) {
      console.debug('keg sensor', tap, error.code, process.env.KEG_PIN);
    }
  }
}

module.exports = { level };
