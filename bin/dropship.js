#!/usr/bin/env node
import module from 'node:module';

// From Node 22 on: what was compiled at the last start is kept.
module.enableCompileCache?.();
await import('../dist/main.js');
