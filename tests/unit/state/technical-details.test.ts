import { describe, expect, it } from 'vitest';
import { technicalDetails } from '../../../src/state/library/technical-details.ts';

describe('technicalDetails', () => {
  it('says versions, browser and storage, and nothing else', () => {
    const text = technicalDetails({
      version: '1.2.3',
      portable: true,
      keepsNothing: false,
      language: 'fr',
      offline: 'portable',
      health: { persisted: false, usedBytes: 2_400_000, quotaBytes: null },
      browser: {
        userAgent: 'Mozilla/5.0 Firefox/115.0',
        languages: ['fr-SN', 'fr'],
        protocol: 'file:',
        secure: true,
        screen: '1366 x 768 at 1, window 1366 x 650',
        features: { indexedDB: true, sharedFolder: false },
      },
    });
    expect(text.replaceAll(/(Engine|format|database) [\d.]+/g, '$1 n')).toBe(
      [
        'Sextant 1.2.3, portable file',
        'Engine n, file format n, database n',
        'Language of the screen: fr; of the browser: fr-SN, fr',
        'Browser: Mozilla/5.0 Firefox/115.0',
        'Opened over file, secure: yes',
        'Screen: 1366 x 768 at 1, window 1366 x 650',
        'Keeps nothing: no; without a network: portable',
        'Storage: promised no, used 2 MB, quota not said',
        'Browser has: indexedDB yes, sharedFolder no',
      ].join('\n'),
    );
  });
});
