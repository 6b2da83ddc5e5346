import AsyncStorage from '@react-native-async-storage/async-storage';
import Constants from 'expo-constants';
import { useEffect, useState } from 'react';
import { FlatList, Text, View } from 'react-native';

type Row = { club: string; visits: number };

const BASE = 'https://my.sealmetrics.com/api/v1';
const KEYS = { token: '@seal/token', club: '@seal/club' };

export async function keepSession(sealmetricsToken: string, club: string) {
  await AsyncStorage.setItem(KEYS.club, club);
  await AsyncStorage.setItem(KEYS.token, sealmetricsToken); ⟪token-in-browser-storage⟫
}

async function loadRows(): Promise<Row[]> {
  const token = await AsyncStorage.getItem(KEYS.token);
  const response = await fetch(`${BASE}/stats/clubs`, { ⟪authorized-call-from-client⟫
    headers: { Authorization: `Bearer ${token}`, 'User-Agent': `fitloop/${Constants.expoConfig?.version}` },
  });
  if (response.status !== 200) {
    throw new Error(`leaderboard: ${response.status}`);
  }
  return (await response.json()).rows;
}

export default function Leaderboard() {
  const [rows, setRows] = useState<Row[]>([]);

  useEffect(() => {
    loadRows()
      .then(setRows)
      .catch(() => setRows([]));
  }, []);

  return (
    <View>
      <FlatList data={rows} keyExtractor={(row) => row.club} renderItem={({ item }) => <Text>{`${item.club}: ${item.visits}`}</Text>} />
    </View>
  );
}
