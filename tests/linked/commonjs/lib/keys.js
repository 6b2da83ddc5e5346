'use strict';
exports.stats = '⟦opaque:21⟧'; ⟪hardcoded-token⟫
exports.crmToken = '⟦opaque:22⟧';
