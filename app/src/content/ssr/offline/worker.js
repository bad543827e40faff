// The shop's service worker: pages come from the network, always; when there is none, the offline page does.
//
// KEPT stands on the line above: {version, pages, files}.
const CACHE = `offline-${KEPT.version}`;

async function keep() {
  const cache = await caches.open(CACHE);
  // From the server, not from the browser's own cache, which may hold those of the build before.
  await cache.addAll([...KEPT.pages, ...KEPT.files].map((path) => new Request(path, { cache: "reload" })));
  await self.skipWaiting();
}

async function tidy() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
  // The browser asks for the page while this worker is still starting.
  await self.registration.navigationPreload?.enable();
}

// The offline page in the language of an address, whichever market it is of; the first one is for those without a language.
function offline(address) {
  const pathname = new URL(address).pathname.replace(/^(\/[a-z]{2})-[a-z]{2}(?=\/|$)/, "$1");
  const speaks = (page) => `${pathname}/`.startsWith(page.replace("offline", ""));
  return KEPT.pages.slice(1).find(speaks) ?? KEPT.pages[0];
}

async function page(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch (error) {
    const kept = await caches.match(offline(event.request.url), { cacheName: CACHE, ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

async function file(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(new URL(request.url).pathname, { cacheName: CACHE, ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") {
    event.respondWith(page(event));
    return;
  }
  const { origin, pathname } = new URL(request.url);
  if (origin === self.location.origin && KEPT.files.includes(pathname)) event.respondWith(file(request));
});
