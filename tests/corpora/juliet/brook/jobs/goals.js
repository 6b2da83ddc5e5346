'use strict';

const { lenient, strict } = require('../lib/seal');
const logger = require('../lib/logger');

async function goals() {
  const { data } = await strict.get('/goals');
  return data;
}

async function goalHistory(id) {
  const response = await lenient.get(`/goals/${id}/history`); ⟪unhandled-auth-error⟫
  return response.data.points;
}

async function goalTargets(id) {
  const response = await lenient.get(`/goals/${id}/targets`);
  if (response.status >= 400) {
    logger.warn('targets not read', { id, status: response.status });
    return [];
  }
  return response.data.targets;
}

module.exports = { goals, goalHistory, goalTargets };
