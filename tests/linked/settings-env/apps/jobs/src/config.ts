import 'dotenv/config';

export const config = {
  stats: { url: process.env.STATS_URL!, key: process.env.STATS_KEY! },
};
