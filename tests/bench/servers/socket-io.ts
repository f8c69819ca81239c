import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { ready } from './ready.ts';

/** A server of socket.io that only lets people connect: what a connection costs before anything is done with it. */
const http = createServer();
new Server(http, { perMessageDeflate: false, transports: ['websocket'] });
http.listen(Number(process.env['PORT']), '127.0.0.1', ready);
