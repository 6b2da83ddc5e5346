const SEAL = 'https://my.sealmetrics.com/api/v1';

exports.sourceNodes = async ({ actions, createNodeId, createContentDigest, reporter }) => {
  const res = await fetch(`${SEAL}/stats/pages?account_id=${process.env.GATSBY_SEALMETRICS_ACCOUNT_ID}`, {
    headers: { 'X-API-Key': process.env.SEALMETRICS_API_KEY },
  });
  if (!res.ok) {
    reporter.warn(`sealmetrics answered ${res.status}, popular posts are left out`);
    return;
  }
  const { rows } = await res.json();
  for (const row of rows) {
    actions.createNode({
      ...row,
      id: createNodeId(`seal-${row.path}`),
      internal: { type: 'SealPage', contentDigest: createContentDigest(row) },
    });
  }
};
