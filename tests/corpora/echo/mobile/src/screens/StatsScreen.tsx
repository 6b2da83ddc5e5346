import AsyncStorage from '@react-native-async-storage/async-storage';
import axios from 'axios';
import React, { useCallback, useEffect, useState } from 'react';
import { FlatList, RefreshControl, Text, View } from 'react-native';

const BASE = 'https://my.sealmetrics.com/api/v1';
const FALLBACK_KEY = '⟦sm:28⟧'; ⟪token-in-client-code⟫

type Row = { page: string; visits: number };

async function apiKey(): Promise<string> {
  const stored = await AsyncStorage.getItem('stats.key');
  if (stored) return stored;
  await AsyncStorage.setItem('stats.key', FALLBACK_KEY); ⟪token-in-browser-storage⟫
  return FALLBACK_KEY;
}

export function StatsScreen({ siteId }: { siteId: string }) {
  const [rows, setRows] = useState<Row[]>([]);
  const [busy, setBusy] = useState(false);

  const load = useCallback(async () => {
    setBusy(true);
    try {
      const key = await apiKey();
      const { data } = await axios.get(`${BASE}/stats/pages`, { ⟪authorized-call-from-client⟫
        params: { site_id: siteId, days: 7 },
        headers: { 'X-API-Key': key },
      });
      setRows(data.rows);
    } finally {
      setBusy(false);
    }
  }, [siteId]);

  useEffect(() => {
    load();
  }, [load]);

  return (
    <FlatList
      data={rows}
      keyExtractor={(row) => row.page}
      refreshControl={<RefreshControl refreshing={busy} onRefresh={load} />}
      renderItem={({ item }) => (
        <View>
          <Text>
            {item.page} {item.visits}
          </Text>
        </View>
      )}
    />
  );
}
