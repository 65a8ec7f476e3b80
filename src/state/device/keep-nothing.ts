/** In the address, because a setting that is stored would itself be something kept. */
const PARAMETER = 'keep';
const NOTHING = 'nothing';

/** Whether the address (its `search`) asks to keep nothing on this computer. */
export function isKeepingNothing(search: string): boolean {
  return new URLSearchParams(search).get(PARAMETER) === NOTHING;
}

/** The address of the first screen in the other mode. */
export function addressKeeping(href: string, keepsNothing: boolean): string {
  const address = new URL(href);
  address.hash = '#/';
  address.search = keepsNothing ? `?${PARAMETER}=${NOTHING}` : '';
  return address.href;
}
