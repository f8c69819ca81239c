import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { YSocketIO } from 'y-socket.io/dist/server';
import { ready } from './ready.ts';

const http = createServer();
const io = new Server(http, { perMessageDeflate: false });
new YSocketIO(io, {}).initialize();
http.listen(Number(process.env['PORT']), '127.0.0.1', ready);
