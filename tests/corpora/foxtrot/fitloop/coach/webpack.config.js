const path = require('node:path');
const HtmlWebpackPlugin = require('html-webpack-plugin');
const webpack = require('webpack');

const inlined = {
  'process.env.NODE_ENV': JSON.stringify(process.env.NODE_ENV || 'development'),
  'process.env.API': JSON.stringify('https://api.fitloop.example'),
  'process.env.SEALMETRICS_SITE_ID': JSON.stringify(process.env.SEALMETRICS_SITE_ID),
};

module.exports = {
  entry: './src/index.js',
  output: { path: path.resolve(__dirname, 'dist'), filename: '[name].[contenthash].js', clean: true },
  module: {
    rules: [
      { test: /\.jsx?$/, exclude: /node_modules/, use: 'babel-loader' },
      { test: /\.css$/, use: ['style-loader', 'css-loader'] },
    ],
  },
  plugins: [
    new HtmlWebpackPlugin({ template: './public/index.html' }),
    new webpack.DefinePlugin(inlined),
    new webpack.EnvironmentPlugin({ SEALMETRICS_API_TOKEN: null, RELEASE: 'dev' }), ⟪public-env-token⟫
  ],
  devServer: {
    port: 3100,
    proxy: [{ context: ['/api'], target: 'http://localhost:4000' }],
  },
};
