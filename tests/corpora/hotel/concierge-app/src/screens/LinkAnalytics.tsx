import AsyncStorage from '@react-native-async-storage/async-storage';
import React, { useCallback, useState } from 'react';
import { Alert, Button, StyleSheet, Text, TextInput, View } from 'react-native';

const KEYS = { sealmetricsToken: '@concierge/sealmetrics-token', language: '@concierge/language' };

async function persist(token: string) {
  await AsyncStorage.setItem(KEYS.language, 'es');
  await AsyncStorage.setItem(KEYS.sealmetricsToken, token); ⟪token-in-browser-storage⟫
}

export function LinkAnalytics({ onDone }: { onDone: () => void }) {
  const [token, setToken] = useState('');

  const save = useCallback(async () => {
    if (token.length < 20) {
      Alert.alert('Sealmetrics', 'That does not look like a token.');
      return;
    }
    await persist(token);
    onDone();
  }, [token, onDone]);

  return (
    <View style={styles.box}>
      <Text>Paste the token of your Sealmetrics account</Text>
      <TextInput value={token} onChangeText={setToken} secureTextEntry placeholder="sm_live_xxxxx" />
      <Button title="Save" onPress={save} />
    </View>
  );
}

const styles = StyleSheet.create({ box: { padding: 16, gap: 12 } });
