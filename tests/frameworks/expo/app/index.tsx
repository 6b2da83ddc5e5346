import AsyncStorage from '@react-native-async-storage/async-storage';
import * as SecureStore from 'expo-secure-store';
import Constants from 'expo-constants';
import { useEffect, useState } from 'react';
import { Text, View } from 'react-native';

const token = process.env.EXPO_PUBLIC_SEALMETRICS_TOKEN; ⟪public-env-token⟫

export default function Index() {
  const [visits, setVisits] = useState(0);
  useEffect(() => {
    (async () => {
      await SecureStore.setItemAsync('sealmetricsSession', 'opened');
      await AsyncStorage.setItem('sealmetricsToken', Constants.expoConfig?.extra?.sealmetricsToken); ⟪token-in-browser-storage⟫
      const response = await fetch('https://my.sealmetrics.com/api/v1/stats/visits', { headers: { Authorization: `Bearer ${token}` } }); ⟪authorized-call-from-client⟫
      if (response.ok) setVisits((await response.json()).visits);
    })();
  }, []);
  return <View><Text>{visits}</Text></View>;
}
