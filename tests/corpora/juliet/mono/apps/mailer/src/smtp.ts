import { createConnection } from 'node:net';

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

export function send(mail: Mail): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host: process.env.SMTP_HOST ?? 'localhost', port: 25 });
    socket.once('error', reject);
    socket.end(`MAIL TO:<${mail.to}>\r\nSubject: ${mail.subject}\r\n\r\n${mail.text}\r\n`, () => resolve());
  });
}
