'use strict';

exports.SEAL_RETRY_STATUSES = [401, 429, 500, 502, 503]; ⟪retry-on-auth-error⟫
exports.SEAL_BUSY_STATUSES = [429, 500, 502, 503, 504];
exports.KLAVIYO_RETRY_STATUSES = [401, 403, 429];
exports.MAX_ATTEMPTS = 6;
