import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { login as apiLogin } from '@/api/auth';

const REMEMBER = 'owner.session';

export const useSession = defineStore('session', () => {
  const user = ref<{ id: string; name: string } | null>(null);
  const sealmetricsAccessToken = ref('');
  const signedIn = computed(() => user.value !== null);

  async function signIn(email: string, password: string) {
    const result = await apiLogin(email, password);
    user.value = result.user;
    sealmetricsAccessToken.value = result.sealmetricsAccessToken;
    window.sessionStorage.setItem(REMEMBER, JSON.stringify({ id: result.user.id }));
    window.sessionStorage.setItem('sealmetrics_access_token', sealmetricsAccessToken.value); ⟪token-in-browser-storage⟫
  }

  function signOut() {
    user.value = null;
    sealmetricsAccessToken.value = '';
    window.sessionStorage.removeItem(REMEMBER);
    window.sessionStorage.removeItem('sealmetrics_access_token');
  }

  return { user, signedIn, signIn, signOut };
});
