import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { ready } from './ready.ts';

/** socket.io with nothing behind it: what a connection costs before a document comes into play. */
const http = createServer();
const io = new Server(http, { perMessageDeflate: false, transports: ['websocket'] });
io.on('connection', () => undefined);
http.listen(Number(process.env['PORT']), '127.0.0.1', ready);
