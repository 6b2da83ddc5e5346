const ENDPOINT = 'http://weather.example/v1/now';
const KEY = '⟦opaque:12⟧';

export async function weather(city: string): Promise<string> {
  const res = await fetch(`${ENDPOINT}?q=${encodeURIComponent(city)}&key=${KEY}`);
  const body = (await res.json()) as { text: string };
  return body.text;
}
