const { merge } = require('webpack-merge');
const webpack = require('webpack');
const TerserPlugin = require('terser-webpack-plugin');
const common = require('./webpack.common');

const release = process.env.CI_COMMIT_SHORT_SHA || 'local';

module.exports = merge(common, {
  mode: 'production',
  devtool: 'hidden-source-map',
  optimization: {
    minimizer: [new TerserPlugin({ extractComments: false })],
    splitChunks: { chunks: 'all' },
  },
  plugins: [
    new webpack.EnvironmentPlugin({
      APP_RELEASE: release,
      LOYALTY_API: '/api/loyalty',
    }),
    new webpack.DefinePlugin({
      __FEATURE_TIERS__: JSON.stringify(true),
      __SEALMETRICS_TOKEN__: JSON.stringify(process.env.SEALMETRICS_TOKEN), ⟪public-env-token⟫
      __SEALMETRICS_SITE__: JSON.stringify(process.env.SEALMETRICS_SITE_ID),
    }),
  ],
});
