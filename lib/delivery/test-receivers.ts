// What stands at the other end in the tests: a mail server and a webhook, each a real listener on this machine.
import { createServer as createHttp, type IncomingHttpHeaders } from 'node:http';
import { createServer as createTcp, type AddressInfo } from 'node:net';

export type Received = { headers: IncomingHttpHeaders; body: string };

/** Answers every post with the status that `answer` says. */
export async function openWebhook(answer: () => number) {
  const received: Received[] = [];
  const server = createHttp((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      const status = answer();
      if (status < 300) received.push({ headers: request.headers, body });
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Speaks as much SMTP as a message needs; `refuse` names commands it answers with 550. */
export async function openMailServer(refuse: () => string = () => 'none') {
  const letters: { from: string; to: string; data: string; auth: string | null }[] = [];
  const server = createTcp((socket) => {
    let [received, isData, auth] = ['', false, null as string | null];
    const letter = { from: '', to: '', data: '', auth: null as string | null };
    socket.setEncoding('utf8');
    socket.on('error', () => socket.destroy());
    socket.write('220-here\r\n220 mail.example.org ready\r\n');
    socket.on('data', (text: string) => {
      received += text;
      for (let end = received.indexOf('\r\n'); end >= 0; end = received.indexOf('\r\n')) {
        const line = received.slice(0, end);
        received = received.slice(end + 2);
        const command = line.split(/[ :]/)[0] ?? '';
        if (isData) {
          if (line !== '.') letter.data += `${line}\n`;
          else {
            isData = false;
            letters.push({ ...letter, auth });
            socket.write('250 taken\r\n');
          }
        } else if (command === refuse()) socket.write('550 no such user here\r\n');
        else if (command === 'EHLO')
          socket.write('250-mail.example.org\r\n250-SIZE 1000\r\n250 AUTH PLAIN\r\n');
        else if (command === 'AUTH') {
          auth = Buffer.from(line.split(' ')[2] ?? '', 'base64').toString();
          socket.write('235 welcome\r\n');
        } else if (command === 'MAIL' || command === 'RCPT') {
          letter[command === 'MAIL' ? 'from' : 'to'] = line;
          socket.write('250 fine\r\n');
        } else if (command === 'DATA') {
          isData = true;
          socket.write('354 go on\r\n');
        } else if (command === 'QUIT') socket.end('221 bye\r\n');
        else socket.write('500 what\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    letters,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
