import { createServer, type AddressInfo, type Server } from 'node:net';

/** A mail server that keeps what it is given; answers each message with `answer`. */
export async function startMailServer(
  answer: string,
): Promise<{ server: Server; url: string; messages: string[] }> {
  const messages: string[] = [];
  const server = createServer((socket) => {
    let buffer = '';
    let isData = false;
    socket.write('220 test\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      buffer += chunk.toString('latin1');
      for (let end = buffer.indexOf(isData ? '\r\n.\r\n' : '\r\n'); end >= 0;) {
        const part = buffer.slice(0, end);
        buffer = buffer.slice(end + (isData ? 5 : 2));
        if (isData) {
          messages.push(part);
          isData = false;
          socket.write(`${answer}\r\n`);
        } else if (part === 'DATA') {
          isData = true;
          socket.write('354 go on\r\n');
        } else socket.write(part === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n');
        end = buffer.indexOf(isData ? '\r\n.\r\n' : '\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, messages, url: `smtp://127.0.0.1:${port}` };
}
