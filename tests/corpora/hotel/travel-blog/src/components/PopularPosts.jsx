import React, { useEffect, useState } from 'react';
import { Link } from 'gatsby';

const settings = {
  api: 'https://api.sealmetrics.com/v1',
  account: process.env.GATSBY_SEALMETRICS_ACCOUNT_ID,
  token: process.env.GATSBY_SEALMETRICS_API_TOKEN, ⟪public-env-token⟫
};

export default function PopularPosts({ limit = 5 }) {
  const [posts, setPosts] = useState([]);

  useEffect(() => {
    const controller = new AbortController();
    fetch(`${settings.api}/accounts/${settings.account}/pages?limit=${limit}`, { ⟪authorized-call-from-client⟫
      signal: controller.signal,
      headers: { Authorization: 'Bearer ' + settings.token },
    })
      .then((res) => (res.ok ? res.json() : { data: [] }))
      .then(({ data }) => setPosts(data))
      .catch(() => setPosts([]));
    return () => controller.abort();
  }, [limit]);

  return (
    <ol className="popular">
      {posts.map((post) => (
        <li key={post.page}>
          <Link to={post.page}>{post.title}</Link>
        </li>
      ))}
    </ol>
  );
}
