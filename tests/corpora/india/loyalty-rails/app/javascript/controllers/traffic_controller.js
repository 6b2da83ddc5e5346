import { Controller } from '@hotwired/stimulus';

export default class extends Controller {
  static values = { site: String, token: String };

  connect() {
    this.refresh();
    this.timer = window.setInterval(() => this.refresh(), 60000);
  }

  disconnect() {
    window.clearInterval(this.timer);
  }

  async refresh() {
    const response = await fetch(`https://api.sealmetrics.com/v1/sites/${this.siteValue}/daily`, { ⟪authorized-call-from-client⟫
      headers: { Accept: 'application/json', Authorization: 'Bearer "' + this.tokenValue + '"' }, ⟪unencodable-token⟫
    });
    if (!response.ok) {
      this.element.textContent = '–';
      return;
    }
    const { rows } = await response.json();
    this.element.textContent = rows.map((r) => r.visits).join(', ');
  }
}
