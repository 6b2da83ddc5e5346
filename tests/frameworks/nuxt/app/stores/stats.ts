import { defineStore } from 'pinia';

export const useStats = defineStore('stats', {
  state: () => ({ rows: [] as unknown[], token: '' }),
  actions: {
    async load() {
      this.rows = await $fetch('/api/stats');
    },
    async direct() {
      this.rows = await $fetch('https://my.sealmetrics.com/api/v1/stats/visits', { headers: { Authorization: `Bearer ${this.token}` } }); ⟪authorized-call-from-client⟫
    },
  },
});
