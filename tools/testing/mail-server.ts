import { createServer, type AddressInfo, type Server } from 'node:net';

export interface TestMailServer {
  readonly server: Server;
  readonly url: string;
  /** What it was given, also what it refused. */
  readonly messages: string[];
  /** What it says to each message. */
  answer: string;
}

/** A mail server that keeps what it is given; answers each message with `answer`. */
export async function startMailServer(answer: string): Promise<TestMailServer> {
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
          socket.write(`${mail.answer}\r\n`);
        } else if (part === 'DATA') {
          isData = true;
          socket.write('354 go on\r\n');
        } else socket.write(part === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n');
        end = buffer.indexOf(isData ? '\r\n.\r\n' : '\r\n');
      }
    });
  });
  const mail = { server, messages, answer, url: '' };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  mail.url = `smtp://127.0.0.1:${port}`;
  return mail;
}
