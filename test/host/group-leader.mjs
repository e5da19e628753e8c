// Leads a process group: runs the command it is given, reports how it ended, and ends the whole group then, or when
// the process that started this one is gone, however it went (the channel between the two closes).
import { spawn } from 'node:child_process';
import process from 'node:process';

const [command, ...args] = process.argv.slice(2);
const endGroup = () => process.kill(-process.pid, 'SIGKILL');
const report = (status) => process.send(status, endGroup);

process.on('disconnect', endGroup);
spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  .on('error', (error) => report(error.message))
  .on('exit', (code, signal) => report(code ?? signal));
