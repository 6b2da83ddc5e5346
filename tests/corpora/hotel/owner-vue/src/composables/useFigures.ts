import { onMounted, ref } from 'vue';
import { useSession } from '@/stores/session';

export interface Figures {
  visits: number;
  bookings: number;
  revenue: number;
}

// Our own service adds the Sealmetrics key; the browser only ever sees the owner's session.
const FIGURES = '/api/sealmetrics/figures';

export function useFigures(site: string) {
  const figures = ref<Figures | null>(null);
  const status = ref<number | null>(null);
  const session = useSession();

  async function load() {
    const response = await window.fetch(`${FIGURES}?site_id=${site}`, {
      headers: { Authorization: `Bearer ${session.user?.id ?? ''}` },
    });
    status.value = response.status;
    if (!response.ok) return;
    figures.value = (await response.json()) as Figures;
    window.sessionStorage.setItem('sealmetrics.site', site);
  }

  onMounted(load);
  return { figures, status, reload: load };
}
