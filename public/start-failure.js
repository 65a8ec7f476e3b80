// Speaks where Sextant does not start. It has no words of its own: those stand in the page (index.html), where they
// appear by themselves after a while should this file be missing too, and for languages that not every visit needs in
// start-words.js. It removes copies of the app, never assessments.
// It also sets the theme and asks for the first words and for what comes next, because nothing else runs before the first
// paint.
{
  const folder = new URL('./', location.href).href;
  const page = () => document.getElementById('not-started');

  function show(why, detail) {
    const box = page();
    box?.classList.add('shown');
    for (const part of box?.querySelectorAll('[data-why]') ?? []) part.hidden = !part.dataset.why.includes(why);
    if (box) box.querySelector('pre').textContent = detail;
  }

  /** Why a file cannot be used, by what the network says of it now; '' where nothing is wrong. */
  async function ask(url, isRight) {
    try {
      const response = await fetch(url, { cache: 'no-store' });
      const type = response.headers.get('content-type') ?? '';
      const wrong = response.redirected || !isRight(type, await response.text()) ? 'page' : '';
      return [response.ok ? wrong : 'missing', `${url}: ${response.status} ${type}`];
    } catch (error) {
      return ['network', `${url}: ${error}`];
    }
  }

  async function notice({ target, reason, error, message }) {
    while (document.readyState === 'loading') await new Promise((resolve) => setTimeout(resolve, 50));
    // Once the app has started, its own screens speak.
    if (!page()) return;
    const words = String(reason ?? error ?? message);
    const url = target?.src ?? target?.href ?? /https?:\S+/.exec(words)?.[0] ?? '';
    if (location.protocol === 'file:') show('file', words);
    else if (!url.startsWith(folder)) show('other', words);
    else {
      const [why, detail] = await ask(url, (type) => !type.includes('html'));
      show(why || 'other', detail);
    }
  }

  /** The names of caches are those of src/service-worker.ts. */
  const isCopy = (name) => name.startsWith(`sextant-build ${folder} `) || /^sextant-(files-|current$)/.test(name);

  async function removeCopies() {
    for (const name of await caches.keys()) if (isCopy(name)) await caches.delete(name);
    for (const worker of await navigator.serviceWorker.getRegistrations()) {
      if (worker.scope === folder) await worker.unregister();
    }
  }

  /** Nothing is removed before the network has the app to give; the browser's own cache is passed too. */
  async function beginAnew() {
    const [why, detail] = await ask(`${folder}?anew=${Date.now()}`, (_, text) => text.includes('id="not-started"'));
    if (why) return show(why, detail);
    // A browser without such copies has none to remove.
    await removeCopies().catch(() => {});
    const parts = [...document.querySelectorAll('script[src], link[href]')].map(({ src, href }) => src ?? href);
    const urls = [...parts, ...performance.getEntriesByType('resource').map(({ name }) => name)];
    const ours = urls.filter((url) => url.startsWith(folder));
    await Promise.allSettled(ours.map((url) => fetch(url, { cache: 'reload' })));
    location.reload();
  }

  // The portable file has them inside.
  if (document.currentScript.src && /^(es|ar)/.test(navigator.language)) import('./start-words.js').catch(() => {});

  /** What was chosen (src/storage/preference-storage.ts). */
  function chosen() {
    try {
      return JSON.parse(localStorage.getItem('sextant-preferences')) ?? {};
    } catch {
      // The browser keeps nothing.
      return {};
    }
  }

  /** The words of the first page are fetched beside the app, in the language that it will choose (src/i18n/languages.ts). */
  const ready = [...document.querySelectorAll('[data-words]')];
  const wordsOf = (spoken) => ready.find(({ dataset }) => dataset.words === String(spoken).slice(0, 2).toLowerCase());
  const words = [chosen().language, ...navigator.languages, 'en'].map(wordsOf).find(Boolean);
  if (words) words.rel = 'modulepreload';

  /**
   * On a slow line the way to the first answer is asked for as soon as the app is there (build/shrink-first-page.ts): the
   * line would lie idle while it is drawn. On a quick one the app asks itself, after its first page.
   */
  document.querySelector('[rel=modulepreload][href*=index]')?.addEventListener('load', ({ target }) => {
    const [came] = performance.getEntriesByName(target.href);
    if (!came || came.responseEnd - came.responseStart < 500) return;
    for (const link of document.querySelectorAll('[data-next]')) link.rel = link.dataset.next;
  });

  /** Before the first paint: what was chosen, else as the system has it. */
  const dark = matchMedia('(prefers-color-scheme: dark)');
  function showTheme() {
    const theme = chosen().theme ?? (dark.matches ? 'dark' : 'light');
    document.documentElement.dataset.theme = theme;
    document.querySelector('[name=color-scheme]').content = theme;
  }
  showTheme();
  dark.addEventListener('change', showTheme);

  addEventListener('error', notice, true);
  addEventListener('unhandledrejection', notice);
  // A file that breaks off raises no error.
  if (location.protocol === 'file:') addEventListener('load', () => setTimeout(show, 9000, 'file', ''));
  addEventListener('click', ({ target }) => target.closest?.('#not-started [data-anew]') && beginAnew());
}
