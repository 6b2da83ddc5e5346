const path = require('path');
const webpack = require('webpack');

module.exports = {
  mode: 'production',
  entry: './src/legacy/index.js',
  output: {
    path: path.resolve(__dirname, 'dist/legacy'),
    filename: '[name].[contenthash].js',
  },
  module: {
    rules: [{ test: /\.jsx?$/, exclude: /node_modules/, use: 'babel-loader' }],
  },
  plugins: [
    new webpack.DefinePlugin({
      'process.env.NODE_ENV': JSON.stringify('production'),
      'process.env.SEALMETRICS_ACCOUNT_ID': JSON.stringify(process.env.SEALMETRICS_ACCOUNT_ID),
      'process.env.SEALMETRICS_TOKEN': JSON.stringify(process.env.SEALMETRICS_TOKEN), ⟪public-env-token⟫
    }),
  ],
};
