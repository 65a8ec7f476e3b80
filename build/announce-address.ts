import type { Plugin } from 'vite';

/** `npm start` says in plain words where the app is. */
export function announceAddress(): Plugin {
  return {
    name: 'sextant-announce-address',
    configurePreviewServer(server) {
      server.printUrls = () => {
        const [address] = server.resolvedUrls?.local ?? [];
        if (address === undefined) return;
        const write = (line: string) => process.stdout.write(`${line}\n`);
        write('');
        write(`Sextant is ready. Open this address in a browser on this computer: ${address}`);
        write('Only this computer can reach it. To stop, press Ctrl+C here.');
      };
    },
  };
}
