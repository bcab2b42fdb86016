/** Sending mail to a real SMTP server. */
import net, { type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { SMTPServerOptions } from 'smtp-server';
import { mailPost, type Mail } from './mail-post.ts';
import { openMailServer, type MailServer } from './mail-server.fixtures.ts';

const mail: Mail = {
  from: 'gate@town.example',
  to: 'zhao@town.example',
  subject: '合法性审核：新待办',
  text: '新待办：提出审查意见\nhttps://gate.example/cases/1\n',
  messageId: '<0190@town.example>',
};

let server: MailServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});
const serve = async (more: SMTPServerOptions = {}): Promise<MailServer> => (server = await openMailServer(more));
const refusal = (responseCode: number): Error => Object.assign(new Error('no'), { responseCode });

describe('a mail', () => {
  it('arrives unchanged, with the given id', async () => {
    const { url, mails } = await serve();
    await mailPost(url)(mail);
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({ from: mail.from, to: [mail.to] });
    expect(mails[0]?.text.trimEnd()).toBe(mail.text.trimEnd());
    expect(mails[0]?.headers).toMatchObject({ 'message-id': mail.messageId, 'auto-submitted': 'auto-generated' });
    const encoded = /=\?UTF-8\?B\?(.*)\?=/.exec(mails[0]?.headers['subject'] ?? '')?.[1] ?? '';
    expect(Buffer.from(encoded, 'base64').toString()).toBe(mail.subject);
  });

  it('logs in where the address has user and password', async () => {
    const seen: unknown[] = [];
    const { url, mails } = await serve({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) => {
        seen.push([username, password]);
        done(null, { user: username });
      },
    });
    await mailPost(url.replace('smtp://', 'smtp://gate:p%40ss@'))(mail);
    expect([seen, mails.length]).toEqual([[['gate', 'p@ss']], 1]);
  });

  it.each<[string, SMTPServerOptions, object]>([
    [
      'of a recipient that is not there is given up at once, and the server is not to blame',
      { onRcptTo: (_address, _session, done) => done(refusal(550)) },
      { message: 'channel.mail-rejected: 550', blame: 'message', permanent: true },
    ],
    [
      'of a recipient whose box is full comes again',
      { onRcptTo: (_address, _session, done) => done(refusal(452)) },
      { message: 'channel.mail-rejected: 452', blame: 'message', permanent: false },
    ],
    [
      'whose sender the server does not take is the server’s affair',
      { onMailFrom: (_address, _session, done) => done(refusal(553)) },
      { message: 'channel.mail-rejected: 553', blame: 'target' },
    ],
    [
      'that the server has no room for comes again',
      { onData: (stream, _session, done) => void stream.resume().on('end', () => done(refusal(451))) },
      { message: 'channel.mail-rejected: 451', blame: 'message', permanent: false },
    ],
  ])('%s', async (_what, more, said) => {
    const { url } = await serve(more);
    await expect(mailPost(url)(mail)).rejects.toMatchObject(said);
  });

  it('with a wrong password is a fault of the server', async () => {
    const { url } = await serve({ allowInsecureAuth: true, onAuth: (_auth, _session, done) => done(refusal(535)) });
    await expect(mailPost(url.replace('smtp://', 'smtp://gate:secret@'))(mail)).rejects.toMatchObject({
      message: 'channel.mail-rejected: 535',
      blame: 'target',
      permanent: false,
    });
  });

  it('for a server that is down fails with that reason', async () => {
    const { url, close } = await serve();
    await close();
    server = null;
    await expect(mailPost(url)(mail)).rejects.toMatchObject({
      message: 'channel.unreachable: ECONNREFUSED',
      blame: 'target',
    });
  });

  it.each<[string, (socket: net.Socket) => void]>([
    ['says nothing', () => {}],
    ['greets and then says nothing', (socket) => void socket.write('220 mail\r\n')],
  ])('for a server that %s fails within the timeout', async (_what, behave) => {
    const sockets: net.Socket[] = [];
    const silent = net.createServer((socket) => {
      sockets.push(socket);
      socket.on('error', () => {});
      behave(socket);
    });
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    await expect(mailPost(`smtp://127.0.0.1:${port}`, 200)(mail)).rejects.toMatchObject({ code: 'channel.timeout' });
    for (const socket of sockets) socket.destroy();
    silent.close();
  });
});
