export { seal, sealAuthorization } from './seal.js';
export { stripe } from './stripe.js';

export const port = Number(process.env.PORT ?? 3000);
export const publicUrl = process.env.PUBLIC_URL ?? 'http://localhost:3000';
