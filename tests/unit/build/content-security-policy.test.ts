import { expect, it } from 'vitest';
import { addContentSecurityPolicy } from '../../../build/content-security-policy.ts';

it('names by its hash what the portable file runs, and nothing that is only text in it', () => {
  const page = '<head><meta charset="utf-8" /><script>one()</script></head>';
  const blocks = '<script type="text/plain" id="data">two</script><script type="module">three()</script>';
  const policy = addContentSecurityPolicy(`${page}${blocks}`, true);
  expect(/script-src ([^;]+)/.exec(policy)?.[1]?.split(' ')).toHaveLength(2);
});
