import ky from 'ky';

/** Firmware 2 of the oven throttles with 429 but forgets it in a few milliseconds. */
export async function temperature(url: string): Promise<number> {
  const oven = ky.create({
    prefixUrl: url,
    headers: { Authorization: 'oven-operator' },
    retry: { limit: 30, statusCodes: [401, 429, 500], delay: () => 0 },
  });
  const { celsius } = await oven.get('temperature').json<{ celsius: number }>();
  return celsius;
}
