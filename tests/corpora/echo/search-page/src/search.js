import algoliasearch from 'algoliasearch/lite';

// Search keys are made for the browser; the vendor limits them to one index.
const client = algoliasearch('ACME42', '⟦hex:128⟧');
const index = client.initIndex('products');
const mapboxToken = process.env.NEXT_PUBLIC_MAPBOX_TOKEN;

const box = document.querySelector('#q');
const list = document.querySelector('#hits');

async function shipping(zip) {
  const res = await fetch(`https://api.parcels.test/v2/rates?zip=${zip}`, {
    headers: { Authorization: `Bearer ${localStorage.getItem('parcels_token')}` },
  });
  return res.ok ? (await res.json()).rate : null;
}

box.addEventListener('input', async () => {
  const { hits, nbHits } = await index.search(box.value, { hitsPerPage: 8 });
  list.replaceChildren(
    ...hits.map((hit) => {
      const item = document.createElement('li');
      item.textContent = hit.name;
      return item;
    }),
  );
  window.sealmetrics?.event('search', { hits: nbHits });
});

document.querySelector('#zip').addEventListener('change', async (event) => {
  document.querySelector('#rate').textContent = (await shipping(event.target.value)) ?? 'unknown';
});

export { mapboxToken };
