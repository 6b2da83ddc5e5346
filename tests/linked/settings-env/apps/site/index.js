const answer = await fetch(`${process.env.FEED_URL}/feed`, { headers: { Authorization: `Bearer ${process.env.DEPOT_FEED_TOKEN}` } });
if (!answer.ok) throw new Error(`feed: ${answer.status}`);
console.log((await answer.json()).length);
