const CACHE = 'storefront-v41';
const PRECACHE = ['/', '/offline.html', '/assets/main.css', '/assets/main.js'];
const NEVER_CACHED = ['https://t.sealmetrics.com', 'https://cdn.sealmetrics.com'];

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(PRECACHE)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter((n) => n !== CACHE).map((n) => caches.delete(n)))),
  );
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (NEVER_CACHED.includes(url.origin) || event.request.headers.has('Authorization')) {
    return;
  }
  event.respondWith(
    caches.match(event.request).then((hit) => hit ?? fetch(event.request).catch(() => caches.match('/offline.html'))),
  );
});
