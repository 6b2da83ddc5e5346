import { useQuery } from '@tanstack/react-query';
import { api } from '../lib/api';

interface KeyRow {
  id: string;
  label: string;
  token_prefix: string;
  last_used_at: string | null;
}

const DOCS = 'https://docs.sealmetrics.com/api/api-tokens';

export function ApiKeys() {
  const { data = [] } = useQuery({
    queryKey: ['sealmetrics-keys'],
    queryFn: async () => (await api.get<KeyRow[]>('/settings/sealmetrics/keys')).data,
  });

  return (
    <table>
      <caption>
        Keys of your Sealmetrics account (<a href={DOCS}>what is this?</a>)
      </caption>
      <tbody>
        {data.map((key) => (
          <tr key={key.id}>
            <td>{key.label}</td>
            <td>
              <code>{key.token_prefix}…</code>
            </td>
            <td>{key.last_used_at ?? 'never'}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td>
            <input name="sealmetrics_token" type="password" placeholder="sm_your_api_key_here" />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
