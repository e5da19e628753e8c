#!/usr/bin/env node
// The executable that `runTests` is given where it can't have desktop VS Code.
import { register } from 'tsx/esm/api';

register();
await import('./served-code.ts');
