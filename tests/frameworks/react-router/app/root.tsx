import { Outlet, Scripts, useLoaderData } from 'react-router';

export async function loader() {
  return { ENV: { SITE: process.env.SEALMETRICS_SITE_ID, SEALMETRICS_TOKEN: process.env.SEALMETRICS_API_TOKEN } }; ⟪token-sent-to-client⟫
}

export default function App() {
  const { ENV } = useLoaderData<typeof loader>();
  return (
    <html lang="en">
      <body>
        <Outlet />
        <script dangerouslySetInnerHTML={{ __html: `window.ENV = ${JSON.stringify(ENV)}` }} />
        <Scripts />
      </body>
    </html>
  );
}
