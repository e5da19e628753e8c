// Wraps what programs, files and networks are reached with. Plain JavaScript: a worker of the extension loads it as it is.
import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

const STARTS = /^(?:spawn|exec|fork)/;
const READS = /^(?:open|read|createReadStream|l?stat|realpath|access|exists|watch|cp|copyFile)/;
const CONNECTS =
  /^(?:fetch$|request$|get$|connect|createConnection|createSocket|lookup|resolve|reverse|send|bind)/;
const CLIENTS = /^(?:WebSocket|EventSource)$/;

/** Each kind of access, and the objects whose functions and classes of these names give it. */
const WAYS = [
  ['program', STARTS, [childProcess]],
  ['path', READS, [fs, fs.promises]],
  [
    'connection',
    CONNECTS,
    [
      net,
      // Whatever makes a connection, `fetch` as well, ends in the methods of these.
      net.Socket.prototype,
      dgram,
      dgram.Socket.prototype,
      dns,
      dns.promises,
      dns.Resolver.prototype,
      dns.promises.Resolver.prototype,
      tls,
      http,
      https,
      http2,
      globalThis,
    ],
  ],
  ['connection', CLIENTS, [globalThis]],
];

/**
 * Calls `note` before each access with its kind, its first argument as text, and where it came from.
 *
 * @param {(kind: 'program' | 'path' | 'connection', what: string, stack: string) => void} note
 * @returns {() => void} ends it
 */
export function trapAccess(note) {
  const stops = WAYS.flatMap(([kind, names, owners]) =>
    owners.flatMap((owner) =>
      Object.keys(Object.getOwnPropertyDescriptors(owner))
        .filter((name) => names.test(name))
        .map((name) => wrap(owner, name, (what, from) => note(kind, what, stackOf(from)))),
    ),
  );
  syncBuiltinESMExports();
  return () => {
    for (const stop of stops) stop();
    syncBuiltinESMExports();
  };
}

function wrap(owner, name, note) {
  const descriptor = Object.getOwnPropertyDescriptor(owner, name);
  // Some are there as getters, which load what they give.
  const original = owner[name];
  if (typeof original !== 'function' || !descriptor.configurable) return () => undefined;
  const wrapped = function (...given) {
    // A number is a file that is open already.
    if (typeof given[0] !== 'number') note(described(given[0]) || name, wrapped);
    return new.target ? Reflect.construct(original, given) : original.apply(this, given);
  };
  // What hangs on it comes along: `realpath.native`, the form of `exec` with a promise, the methods of a class.
  Object.defineProperties(wrapped, Object.getOwnPropertyDescriptors(original));
  Object.defineProperty(owner, name, {
    value: wrapped,
    configurable: true,
    enumerable: descriptor.enumerable,
    writable: true,
  });
  return () => Object.defineProperty(owner, name, descriptor);
}

function described(given) {
  if (typeof given !== 'object' || given === null || given instanceof URL || Buffer.isBuffer(given))
    return String(given);
  // `net` hands itself its arguments as a list.
  const [options] = Array.isArray(given) ? given : [given];
  const { host, hostname, path, port } = options ?? {};
  return [host ?? hostname, port, path].filter((part) => part !== undefined && part !== null).join(' ');
}

/** Where a call came from, without the trap itself. */
function stackOf(from) {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 100;
  const holder = {};
  Error.captureStackTrace(holder, from);
  Error.stackTraceLimit = limit;
  return holder.stack;
}
