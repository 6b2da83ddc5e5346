const WebSocket = require('ws');
const { Kafka } = require('kafkajs');

const kafka = new Kafka({ clientId: 'seal-stream', brokers: (process.env.KAFKA_BROKERS || 'localhost:9092').split(',') });
const producer = kafka.producer();

const STREAM_HOST = 'api.sealmetrics.com';
const streamUrl = (site) => `ws://${STREAM_HOST}/v1/stream?site_id=${site}`; ⟪insecure-endpoint⟫

function connect(site) {
  const socket = new WebSocket(streamUrl(site), {
    headers: { Authorization: `Bearer ${process.env.SEALMETRICS_API_TOKEN}` },
  });
  socket.on('message', async (raw) => {
    const event = JSON.parse(raw);
    await producer.send({ topic: `seal.${event.type}`, messages: [{ key: site, value: raw.toString() }] });
  });
  socket.on('close', (code) => console.warn(`stream of ${site} closed with ${code}`));
  return socket;
}

async function main() {
  await producer.connect();
  for (const site of process.argv.slice(2)) connect(site);
}

main().catch((err) => {
  console.error(err.message);
  process.exit(1);
});
