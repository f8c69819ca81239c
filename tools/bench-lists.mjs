import { continueWith, installIfNeeded, refuseOldNode } from './bootstrap.mjs';

refuseOldNode();
installIfNeeded();
continueWith('bench-lists.ts');
