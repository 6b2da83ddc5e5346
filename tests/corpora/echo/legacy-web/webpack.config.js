const path = require('path');
const webpack = require('webpack');
const HtmlWebpackPlugin = require('html-webpack-plugin');

module.exports = (env, argv) => ({
  entry: './src/index.jsx',
  output: { path: path.resolve(__dirname, 'dist'), filename: '[name].[contenthash].js', clean: true },
  module: {
    rules: [
      { test: /\.jsx?$/, exclude: /node_modules/, use: 'babel-loader' },
      { test: /\.css$/, use: ['style-loader', 'css-loader'] },
    ],
  },
  plugins: [
    new HtmlWebpackPlugin({ template: './public/index.html' }),
    new webpack.DefinePlugin({
      __SEAL_SITE__: JSON.stringify(process.env.SEALMETRICS_SITE_ID || 'acme-corp'),
      __SEAL_TOKEN__: JSON.stringify(process.env.SEALMETRICS_API_TOKEN), ⟪public-env-token⟫
      __MODE__: JSON.stringify(argv.mode),
    }),
  ],
  devServer: {
    port: 3001,
    proxy: [{ context: ['/api'], target: 'http://localhost:8080' }],
  },
});
