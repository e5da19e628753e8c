// Unpacks the Chromium of `@sparticuz/chromium` into TMPDIR, where that package always puts it.
import { env } from 'node:process';

// By this variable the package decides to unpack the shared libraries of NSS too, which bare machines lack.
env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs20.x';
const { default: chromium } = await import('@sparticuz/chromium');
await chromium.executablePath();
