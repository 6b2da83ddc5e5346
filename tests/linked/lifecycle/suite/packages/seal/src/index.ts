import { apiKey } from './headers';

const partnerKey = '⟦sm:111⟧'; ⟪hardcoded-token, shared-token⟫

export const partnerHeaders = apiKey(partnerKey);
