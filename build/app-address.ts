const SETTING = 'SEXTANT_ADDRESS';

/**
 * Where people get the app, as whoever builds it says in the environment; '' where they do not
 * (docs/decisions/where-the-app-is-got.md). Stops the build where it is no address of the web.
 */
export function readAppAddress(environment: Readonly<Record<string, string | undefined>>): string {
  const given = environment[SETTING]?.trim() ?? '';
  if (given === '') return '';
  const address = URL.canParse(given) ? new URL(given) : null;
  if (address === null || !/^https?:$/.test(address.protocol)) {
    throw new Error(`${SETTING} must be an address that begins with https:// or http://, not “${given}”`);
  }
  return address.href;
}
