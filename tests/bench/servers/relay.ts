import { createServer } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { ready } from './ready.ts';

/** Copies each message to the others of its room and does nothing else: what any server on `ws` costs at least. */
const rooms = new Map<string, Set<WebSocket>>();
const http = createServer();
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
sockets.on('connection', (socket, request) => {
  const name = request.url ?? '';
  const room = rooms.get(name) ?? new Set();
  rooms.set(name, room.add(socket));
  socket.on('message', (message) => {
    for (const other of room) if (other !== socket) other.send(message, { binary: true });
  });
  socket.on('close', () => {
    room.delete(socket);
    if (room.size === 0) rooms.delete(name);
  });
});
http.listen(Number(process.env['PORT']), '127.0.0.1', ready);
