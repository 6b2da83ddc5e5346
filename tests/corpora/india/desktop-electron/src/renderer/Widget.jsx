import React from 'react';

export class Widget extends React.Component {
  state = { visitors: null };

  componentDidMount() {
    this.timer = window.setInterval(() => this.poll(), 10000);
  }

  componentWillUnmount() {
    window.clearInterval(this.timer);
  }

  async poll() {
    const { sealmetricsToken, siteId } = this.props;
    const res = await window.fetch(`https://api.sealmetrics.com/v1/sites/${siteId}/live`, { ⟪authorized-call-from-client⟫
      headers: { Accept: 'application/json', Authorization: sealmetricsToken }, ⟪missing-bearer-scheme⟫
    });
    if (res.ok) this.setState(await res.json());
  }

  render() {
    return <output>{this.state.visitors}</output>;
  }
}
