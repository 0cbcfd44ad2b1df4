// Keeps this page's own files, so that it opens without a network from the second visit on.
// The finishing step of `cargo xtask build` fills in the list and its mark. It fetches these files and no others; every
// other request is left to the browser and to the page's own content policy.
const MARK = "THE_MARK";
const FILES = THE_FILES;
const PREFIX = "recourse ";
const KEPT = PREFIX + MARK;

addEventListener("install", (event) => {
  // Past the browser's own cache: a half-old set of files would not fit together.
  const requests = FILES.map((name) => new Request(address(name), { cache: "reload" }));
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(requests)));
});

// A new version waits until the person says so or every tab is closed: a swap under open pages could cost them words.
addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
});

addEventListener("activate", (event) => {
  const old = (name) => name.startsWith(PREFIX) && name !== KEPT;
  const drop = caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))));
  event.waitUntil(drop.then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const asked = new URL(event.request.url);
  asked.hash = "";
  asked.search = "";
  const name = FILES.find((name) => address(name) === asked.href);
  if (event.request.method !== "GET" || name === undefined) return;
  event.respondWith(answer(address(name)));
});

async function answer(where) {
  const kept = await caches.open(KEPT);
  return (await kept.match(where)) ?? fetch(where);
}

function address(name) {
  return new URL(name, registration.scope).href;
}
