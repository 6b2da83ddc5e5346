import { data, useLoaderData } from 'react-router';
import type { Route } from './+types/settings';

export async function loader() {
  return data({
    site: process.env.SEALMETRICS_SITE_ID,
    apiToken: process.env.SEALMETRICS_API_TOKEN, ⟪token-sent-to-client⟫
  });
}

export async function clientLoader({ serverLoader }: Route.ClientLoaderArgs) {
  const { apiToken } = await serverLoader();
  sessionStorage.setItem('sealmetricsToken', apiToken); ⟪token-in-browser-storage⟫
  return { apiToken };
}

export default function Settings() {
  const { site } = useLoaderData<typeof loader>();
  return <p onClick={() => site}>{site}</p>;
}
