import { jest } from '@jest/globals';

// A server with its database takes more than Jest's five seconds to start where many things run at once.
jest.setTimeout(180_000);
