// Which language the page is in, before anything of it is seen: what the link says, else what the reader chose before, else Italian.
(() => {
  const known = ['it', 'en'];
  let chosen = null;
  try {
    chosen = localStorage.getItem('lingua');
  } catch {
    // A browser may keep no memory at all.
  }
  const asked = new URLSearchParams(location.search).get('lingua');
  const page = document.documentElement;
  page.lang = known.find((each) => each === asked) ?? known.find((each) => each === chosen) ?? 'it';
  const words = document.currentScript?.dataset[page.lang];
  if (words) document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: words }));
  // The Italian words of the page are not shown to a reader of another language while theirs are on the way.
  if (page.lang !== 'it') page.dataset.words = 'coming';
})();
