import { apiKey } from './headers';

/** The reseller's view of the account, for jobs and server pages. */
const partnerKey = '⟦sm:1⟧'; ⟪hardcoded-token,shared-token⟫

export const partnerSite = 'acme-suite-reseller';
export const partnerHeaders = apiKey(partnerKey);
