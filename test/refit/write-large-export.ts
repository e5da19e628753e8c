// node write-large-export.js FILE ROWS
import { argv } from 'node:process';
import { largeExport } from './large-export';

const [, , file = '', rows = ''] = argv;
void largeExport(file, Number(rows));
