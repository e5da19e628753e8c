// Does what the extension must never do, to show that a run in the browser fails then (test/host/host.test.ts).
import { markOutput } from './mark-output';

interface Request {
  open(method: string, address: string): void;
  send(): void;
}

interface Answering {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
}

declare const XMLHttpRequest: new () => Request;
declare const WebSocket: new (address: string) => unknown;
declare const EventSource: new (address: string) => unknown;
declare const WebTransport: new (address: string) => { readonly ready: Promise<unknown> };
declare const Worker: new (address: string) => Answering;
declare const navigator: object;
declare const importScripts: (address: string) => void;

/**
 * Asks in every way that a worker has, for names that nobody has.
 *
 * It is also handed to a worker as text, so that it may use nothing that is around it.
 *
 * @returns what it could not do
 */
async function askElsewhere(who: string): Promise<string[]> {
  const lacking = ['sendBeacon', 'RTCPeerConnection'].filter(
    (name) => !(name in navigator) && !(name in globalThis),
  );
  const request = new XMLHttpRequest();
  request.open('GET', `https://${who}-request.invalid`);
  request.send();
  new WebSocket(`wss://${who}-socket.invalid`);
  new EventSource(`https://${who}-events.invalid`);
  await new WebTransport(`https://${who}-transport.invalid`).ready.catch(() => undefined);
  await fetch(`https://${who}-fetch.invalid`).catch(() => undefined);
  try {
    importScripts(`https://${who}-script.invalid`);
  } catch (error) {
    // So says VS Code to extensions.
    if (/has been blocked/.test(String(error))) lacking.push('importScripts');
  }
  return lacking;
}

/** Asks from the worker of extensions and from one that is started there, as that of refits is, and passes all the same. */
export async function run(): Promise<void> {
  markOutput();
  console.log(`Extensions lack ${(await askElsewhere('extension')).join(', ')}.`);
  const script = `(${askElsewhere.toString()})('worker').then(postMessage)`;
  const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
  const lacking = await new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)));
  console.log(`Their workers lack ${(lacking as string[]).join(', ')}.`);
}
