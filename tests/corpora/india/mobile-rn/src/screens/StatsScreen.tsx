import AsyncStorage from '@react-native-async-storage/async-storage';
import { useCallback, useEffect, useState } from 'react';
import { FlatList, Text, View } from 'react-native';

const SEALMETRICS_URL = 'https://api.sealmetrics.com/v1';
const fallbackToken = process.env.EXPO_PUBLIC_SEALMETRICS_TOKEN; ⟪public-env-token⟫

export default function StatsScreen({ route }) {
  const { siteId, sealToken = fallbackToken } = route.params;
  const [rows, setRows] = useState([]);

  const refresh = useCallback(async () => {
    const res = await fetch(`${SEALMETRICS_URL}/sites/${siteId}/pages`, { ⟪authorized-call-from-client⟫
      method: 'GET',
      headers: { Authorization: `Bearer ${sealToken}` },
    });
    if (res.status === 200) {
      setRows(await res.json());
      await AsyncStorage.setItem('seal.token', sealToken); ⟪token-in-browser-storage⟫
    }
  }, [siteId, sealToken]);

  useEffect(() => {
    refresh();
  }, [refresh]);

  return (
    <View>
      <FlatList data={rows} renderItem={({ item }) => <Text>{item.path}</Text>} />
    </View>
  );
}
