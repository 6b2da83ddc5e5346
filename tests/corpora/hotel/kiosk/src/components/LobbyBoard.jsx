import React from 'react';
import axios from 'axios';

const FEED = 'http://api.sealmetrics.com/v1/live'; ⟪insecure-endpoint⟫
const REFRESH_MS = 60000;

export class LobbyBoard extends React.Component {
  state = { visitors: null, stale: false };

  componentDidMount() {
    this.timer = window.setInterval(() => this.refresh(), REFRESH_MS);
    this.refresh();
  }

  componentWillUnmount() {
    window.clearInterval(this.timer);
  }

  async refresh() {
    const token = process.env.REACT_APP_SEALMETRICS_TOKEN; ⟪public-env-token⟫
    try {
      const { data } = await axios.get(FEED, { ⟪authorized-call-from-client⟫
        params: { site_id: this.props.siteId },
        headers: { Authorization: `Bearer ${token}` },
      });
      this.setState({ visitors: data.visitors, stale: false });
    } catch {
      this.setState({ stale: true });
    }
  }

  render() {
    const { visitors, stale } = this.state;
    return <strong className={stale ? 'dim' : ''}>{visitors ?? '–'} people are looking right now</strong>;
  }
}
