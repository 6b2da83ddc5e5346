export const apiKey = (key: string) => ({ 'X-API-Key': key });
