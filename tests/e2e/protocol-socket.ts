import WebSocket from 'ws';

/** Sends a command of the protocol and resolves with its result. */
export type SendCommand = (method: string, params: unknown, session?: string) => Promise<Record<string, unknown>>;

/** A connection to a browser: WebDriver BiDi and the DevTools protocol number commands and tell events alike. */
export interface ProtocolSocket {
  readonly send: SendCommand;
  /** Resolves when the connection has ended and everything that arrived before has been told. */
  readonly ended: Promise<void>;
  close(): void;
}

interface Message {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: unknown;
  readonly message?: string;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
}

/** Connects to an address that a browser said at its start. Commands under way when the browser ends are rejected. */
export async function connectToBrowser(
  address: string,
  onevent: (method: string, params: Record<string, unknown>) => void,
): Promise<ProtocolSocket> {
  const socket = new WebSocket(address, { perMessageDeflate: false });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const waiting = new Map<number, { resolve(result: Record<string, unknown>): void; reject(error: Error): void }>();
  socket.on('message', (data: Buffer) => {
    const { id, result, error, message, method, params } = JSON.parse(data.toString()) as Message;
    if (id === undefined) return onevent(method ?? '', params ?? {});
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(result ?? {});
    else asked?.reject(new Error(`${JSON.stringify(error)} ${message ?? ''}`));
  });
  // A browser that was killed resets the connection: `close` follows.
  socket.on('error', () => undefined);
  const ended = new Promise<void>((resolve) =>
    socket.once('close', () => {
      for (const { reject } of waiting.values()) reject(new Error('the browser ended'));
      waiting.clear();
      resolve();
    }),
  );
  let lastId = 0;
  const send: SendCommand = (method, params, sessionId) =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      waiting.set(id, { resolve, reject: (error) => reject(new Error(`${method}: ${error.message}`)) });
      socket.send(JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }));
    });
  return { send, ended, close: () => socket.close() };
}
