import * as SecureStore from 'expo-secure-store';
import AsyncStorage from '@react-native-async-storage/async-storage';

const KEY = 'sealmetrics.access';

export async function keep(sealmetricsToken: string): Promise<void> {
  await SecureStore.setItemAsync(KEY, sealmetricsToken, {
    keychainAccessible: SecureStore.WHEN_UNLOCKED_THIS_DEVICE_ONLY,
  });
  await AsyncStorage.setItem('sealmetrics.connectedAt', new Date().toISOString());
  await AsyncStorage.setItem('sealmetrics.siteId', 'acme-shop');
}

export async function recall(): Promise<string | null> {
  return SecureStore.getItemAsync(KEY);
}

export async function forget(): Promise<void> {
  await SecureStore.deleteItemAsync(KEY);
  await AsyncStorage.multiRemove(['sealmetrics.connectedAt', 'sealmetrics.siteId']);
}
