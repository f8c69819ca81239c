import { continueWith, installIfNeeded, refuseOldNode } from './bootstrap.mjs';

refuseOldNode();
installIfNeeded();
continueWith('../tests/bench/bench.ts');
