import { SealClient } from '@acme/seal-kit';

export const nightly = () => new SealClient('⟦opaque:31⟧').accounts(); ⟪hardcoded-token⟫
export const hourly = () => new SealClient(process.env.STATS_TOKEN!).accounts();
