import AsyncStorage from '@react-native-async-storage/async-storage';
import * as SecureStore from 'expo-secure-store';
import React, { useEffect, useState } from 'react';
import { ActivityIndicator, Text } from 'react-native';

const BACKEND = 'https://app-api.acme.test';
const SEALMETRICS_SITE_ID = '⟦objid:29⟧';

async function session(): Promise<string | null> {
  return SecureStore.getItemAsync('acme.session');
}

export async function linkAnalytics(sealmetricsToken: string) {
  await SecureStore.setItemAsync('sealmetrics.token', sealmetricsToken);
  await AsyncStorage.setItem('sealmetrics.linkedAt', String(Date.now()));
}

export function AccountScreen() {
  const [visits, setVisits] = useState<number | null>(null);

  useEffect(() => {
    (async () => {
      const res = await fetch(`${BACKEND}/analytics/summary?site=${SEALMETRICS_SITE_ID}`, {
        headers: { Authorization: `Bearer ${await session()}` },
      });
      if (res.ok) setVisits((await res.json()).visits);
    })();
  }, []);

  if (visits === null) return <ActivityIndicator />;
  return <Text>{visits} visits this week</Text>;
}
