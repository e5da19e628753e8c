import { readFile } from 'node:fs/promises';

/** What is read of Chromium's log of its network (`--log-net-log`): each entry is of a kind that its constants number. */
interface NetworkLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly {
    readonly type: number;
    readonly params?: { readonly url?: string; readonly initiator?: string };
  }[];
}

/** A page or one of its workers asks in one of these ways: requests and web sockets, and what is made of QUIC alone. */
const ASKING = ['URL_REQUEST_START_JOB', 'QUIC_SESSION_WEBTRANSPORT_CLIENT_ALIVE'];

/** The initiator of what the browser asks for itself, such as updates of its own. */
const BROWSER_ITSELF = 'not an origin';

/**
 * The addresses that pages, frames and workers of any kind asked for, but for those of one server. What the policy of a page
 * stops does not get so far.
 *
 * @param file Chromium's log, after the browser has been closed
 * @param authority `host:port` of the server
 * @throws where the log does not show what was asked of the server, so that it would not show anything else
 */
export async function askedElsewhere(file: string, authority: string): Promise<string[]> {
  const { constants, events } = JSON.parse(await readFile(file, 'utf8')) as NetworkLog;
  const kinds = ASKING.map((name) => constants.logEventTypes[name]);
  const asked = events.flatMap(({ type, params: { url, initiator } = {} }) =>
    kinds.includes(type) && url !== undefined && initiator !== BROWSER_ITSELF ? [url] : [],
  );
  const elsewhere = asked.filter((url) => new URL(url).host !== authority);
  if (kinds.includes(undefined) || elsewhere.length === asked.length) {
    throw new Error(
      'Nothing that was asked is seen in the log of the network: this Chromium writes another.',
    );
  }
  return [...new Set(elsewhere)];
}
