import { createServer } from 'node:http';
import { setupWSConnection } from '@y/websocket-server/utils';
import { WebSocketServer } from 'ws';
import { ready } from './ready.ts';

/** The reference server as it comes; with YPERSISTENCE it stores to LevelDB. */
const http = createServer();
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
sockets.on('connection', (socket, request) => setupWSConnection(socket, request));
http.listen(Number(process.env['PORT']), '127.0.0.1', ready);
