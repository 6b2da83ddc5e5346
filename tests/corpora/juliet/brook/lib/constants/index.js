'use strict';

module.exports = {
  ...require('./endpoints'),
  ...require('./retry'),
};
