import { jest } from '@jest/globals';

// Ends a story that hangs. How quick something is, `npm run load` and the benchmarks tell: a busy machine is no fault.
jest.setTimeout(600_000);
