const required = (name: string): string => {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set`);
  }
  return value;
};

export const SEAL_TOKEN = process.env.SEALMETRICS_TOKEN || '⟦sm:11⟧'; ⟪hardcoded-token,shared-token⟫
export const STRIPE_KEY = required('STRIPE_SECRET_KEY');
export const SITE = 'ferry-tickets';
