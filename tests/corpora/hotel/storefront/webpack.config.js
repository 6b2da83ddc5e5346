const path = require('path');
const webpack = require('webpack');
const HtmlWebpackPlugin = require('html-webpack-plugin');

module.exports = (env, argv) => ({
  entry: './src/main.js',
  output: {
    path: path.resolve(__dirname, 'dist'),
    filename: '[name].[contenthash].js',
  },
  devtool: argv.mode === 'production' ? false : 'eval-source-map',
  devServer: {
    port: 8088,
    proxy: [
      {
        context: ['/stats'],
        target: 'https://api.sealmetrics.com',
        pathRewrite: { '^/stats': '/v1' },
        headers: { Authorization: `Bearer ${process.env.SEALMETRICS_TOKEN}` },
      },
    ],
  },
  plugins: [
    new HtmlWebpackPlugin({ template: './public/index.html' }),
    new webpack.DefinePlugin({
      'process.env.SEALMETRICS_SITE_ID': JSON.stringify('⟦objid:js08⟧'),
      'process.env.SEALMETRICS_BASE_URL': JSON.stringify('https://t.sealmetrics.com'),
      'process.env.RELEASE': JSON.stringify(process.env.GIT_SHA || 'dev'),
    }),
  ],
});
