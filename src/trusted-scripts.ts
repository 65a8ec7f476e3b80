interface PolicyFactory {
  createPolicy(name: 'default', rules: { createScriptURL: (url: string) => string }): unknown;
}

/**
 * The one rule by which text may become an address of a script (Trusted Types, Chromium): files of this build, and
 * workers that the page made itself. Text that would become HTML or code has no rule, so that the browser stops it.
 */
export function allowOwnScripts(): void {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  factory?.createPolicy('default', {
    createScriptURL(url) {
      const folder = new URL('.', document.baseURI).href;
      if (url.startsWith('blob:') || new URL(url, document.baseURI).href.startsWith(folder)) return url;
      throw new TypeError(`not a script of this app: ${url}`);
    },
  });
}
