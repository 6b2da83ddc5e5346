import AsyncStorage from '@react-native-async-storage/async-storage';
import * as SecureStore from 'expo-secure-store';

const TOKEN = 'coach.sealmetrics.token';
const SITE = 'coach.sealmetrics.site';
const API = 'https://api.fitloop.example/v4';

/** Coaches paste their own token; our API keeps a sealed copy and makes the calls. */
export async function connect(token: string, site: string): Promise<void> {
  await SecureStore.setItemAsync(TOKEN, token.trim(), {
    keychainAccessible: SecureStore.WHEN_UNLOCKED_THIS_DEVICE_ONLY,
  });
  await AsyncStorage.setItem(SITE, site);
  await AsyncStorage.setItem('coach.connected_at', new Date().toISOString());
}

export async function disconnect(): Promise<void> {
  await SecureStore.deleteItemAsync(TOKEN);
  await AsyncStorage.multiRemove([SITE, 'coach.connected_at']);
}

export async function overview(session: string): Promise<unknown> {
  const response = await fetch(`${API}/coach/overview`, {
    headers: { Authorization: `Bearer ${session}`, Accept: 'application/json' },
  });
  if (!response.ok) {
    throw new Error(`overview: ${response.status}`);
  }
  return response.json();
}

export async function isConnected(): Promise<boolean> {
  return (await AsyncStorage.getItem('coach.connected_at')) !== null;
}
