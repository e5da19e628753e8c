// Preloaded into a process (`--import`): whatever opens a connection ends it with exit code 97.
import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

/** An exit code that nothing else here uses. */
const OPENED = 97;

const forbidden = (what) => () => {
  process.stderr.write(`A connection was opened: ${what}\n${new Error().stack}\n`);
  process.exit(OPENED);
};

// Connections to the parent process and to git are made by the runtime itself, and pass by none of these.
net.Socket.prototype.connect = forbidden('net.Socket.connect');
net.Server.prototype.listen = forbidden('net.Server.listen');
dgram.createSocket = forbidden('dgram.createSocket');
tls.connect = forbidden('tls.connect');
http.request = forbidden('http.request');
http.get = forbidden('http.get');
https.request = forbidden('https.request');
https.get = forbidden('https.get');
http2.connect = forbidden('http2.connect');
dgram.Socket.prototype.bind = forbidden('dgram.Socket.bind');
dgram.Socket.prototype.send = forbidden('dgram.Socket.send');
for (const asked of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  for (const name of Object.keys(asked).filter((key) => /^(?:lookup|resolve|reverse)/.test(key))) {
    asked[name] = forbidden(`dns.${name}`);
  }
}
globalThis.fetch = forbidden('fetch');
globalThis.WebSocket = forbidden('WebSocket');
globalThis.EventSource = forbidden('EventSource');
syncBuiltinESMExports();
