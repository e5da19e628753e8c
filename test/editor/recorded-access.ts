import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import net from 'node:net';
import { join } from 'node:path';
import tls from 'node:tls';
import { extensions } from 'vscode';

/** What this extension has done since the recording began; VS Code's own ones do it in the same process. */
export interface Recording {
  /** Programs that were started. */
  readonly programs: readonly string[];
  /** Paths that were opened, listed or asked about. */
  readonly paths: readonly string[];
  /** What was connected to, asked for, or looked up by name. */
  readonly connections: readonly string[];
  stop(): void;
}

type Call = (this: unknown, ...given: unknown[]) => unknown;

const STARTS = /^(?:spawn|exec|fork)/;
const CONNECTS = /^(?:fetch|request|get|connect|createConnection|createSocket|lookup|resolve)/;
const READS = /^(?:open|read|createReadStream|l?stat|realpath|access|exists)/;

/**
 * Records each program that this extension starts, each path that it reads and each connection that it opens, in the Node
 * modules that all extensions share.
 */
export function recordAccess(): Recording {
  const programs: string[] = [];
  const paths: string[] = [];
  const connections: string[] = [];
  const networks = [net, net.Socket.prototype, tls, http, https, http2, dgram, dns, dns.promises];
  const stops = [
    record(childProcess, STARTS, programs),
    record(fs, READS, paths),
    record(fs.promises, READS, paths),
    ...networks.map((network) => record(network, CONNECTS, connections)),
    record({ fetch: globalThis.fetch }, CONNECTS, connections, globalThis),
  ];
  return { programs, paths, connections, stop: () => stops.forEach((stop) => stop()) };
}

/** Notes the first argument of each call to a function of the module whose name matches. Returns how to end it. */
function record(module: object, names: RegExp, into: string[], owner = module): () => void {
  const extension = extensions.getExtension('model-card-co2.model-card-co2');
  if (extension === undefined) throw new Error('The extension is not there.');
  const bundles = join(extension.extensionPath, 'dist');
  const originals = Object.entries(module).filter(
    (entry): entry is [string, Call] => names.test(entry[0]) && typeof entry[1] === 'function',
  );
  for (const [name, original] of originals) {
    const recorded: Call = function (...given) {
      if (new Error().stack?.includes(bundles)) into.push(String(given[0]));
      return original.apply(this, given);
    };
    Object.assign(owner, { [name]: Object.assign(recorded, original) });
  }
  return () => Object.assign(owner, Object.fromEntries(originals));
}
