import { json, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireOwner } from '~/session.server';

export async function loader({ request }: LoaderFunctionArgs) {
  const owner = await requireOwner(request);
  const site = owner.sealmetricsSiteId;
  const credential = process.env.SEALMETRICS_API_KEY;
  return json({
    site,
    ownerName: owner.name,
    endpoint: `https://my.sealmetrics.com/api/v1/stats/${site}`,
    credential, ⟪token-sent-to-client⟫
  });
}

export default function Analytics() {
  const { ownerName, site } = useLoaderData<typeof loader>();
  return (
    <section>
      <h2>Analytics for {ownerName}</h2>
      <div id="seal-widget" data-site={site} />
    </section>
  );
}
