/** Sending to a receiver on this machine that gives the answers of the robots, and invalid ones. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dingtalkSign, robotRequest, type RobotKind } from './robot-message.ts';
import { webhookPost } from './webhook-post.ts';

interface Received {
  readonly url: URL;
  readonly body: unknown;
}

let received: Received[] = [];
let answer: (response: http.ServerResponse) => void;
const server = http.createServer((request, response) => {
  let text = '';
  request.on('data', (chunk) => (text += chunk));
  request.on('end', () => {
    received.push({ url: new URL(request.url ?? '', 'http://robot'), body: JSON.parse(text) });
    answer(response);
  });
});
let address = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send?key=robot-key`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const yes = (response: http.ServerResponse): void => void response.end('{"errcode":0,"errmsg":"ok"}');
const at = new Date('2024-02-08T01:00:00Z');
const message = { title: '合法性审核', markdown: '- 新待办' };
const send = async (kind: RobotKind, secret: string | null = null, timeoutMs = 10_000): Promise<void> => {
  received = [];
  await webhookPost({ allow: ['127.0.0.1'], timeoutMs })(robotRequest(kind, address, secret, message, at));
};

describe('a robot’s message', () => {
  it('has the form of 企业微信', async () => {
    answer = yes;
    await send('wecom', 'a secret that it does not know');
    expect(received[0]?.body).toEqual({ msgtype: 'markdown', markdown: { content: '- 新待办' } });
    expect(received[0]?.url.search).toBe('?key=robot-key');
  });

  it('has the form of 钉钉, signed over time and secret', async () => {
    answer = yes;
    await send('dingtalk', 'SEC0123');
    expect(received[0]?.body).toEqual({ msgtype: 'markdown', markdown: { title: '合法性审核', text: '- 新待办' } });
    const { searchParams } = received[0]?.url ?? new URL('http://none');
    expect(searchParams.get('timestamp')).toBe('1707354000000');
    expect(searchParams.get('sign')).toBe(dingtalkSign(1_707_354_000_000, 'SEC0123'));
    // By `openssl dgst -sha256 -hmac SEC0123` over "1707354000000\nSEC0123".
    expect(searchParams.get('sign')).toBe('MQP2iDuhi0i4eaxS+FYxLtGFX6VGDF2NK/sZmkmFwPw=');
    expect(dingtalkSign(1_707_354_000_000, 'SEC0123')).not.toBe(dingtalkSign(1_707_354_000_001, 'SEC0123'));
    expect(searchParams.get('key')).toBe('robot-key');
    await send('dingtalk');
    expect(received[0]?.url.searchParams.has('sign')).toBe(false);
  });

  it.each<[string, (response: http.ServerResponse) => void, string]>([
    ['500', (response) => void response.writeHead(500).end('{"errcode":0}'), 'channel.http-status: 500'],
    ['301', (response) => void response.writeHead(301, { location: address }).end(), 'channel.redirected: 301'],
    ['garbage', (response) => void response.end('<html>'), 'channel.garbage'],
    ['JSON of another kind', (response) => void response.end('[]'), 'channel.garbage'],
    ['too much', (response) => void response.end('x'.repeat(1_000_000)), 'channel.garbage'],
    [
      'no',
      (response) => void response.end('{"errcode":310000,"errmsg":"sign not match"}'),
      'channel.robot-refused: 310000',
    ],
    ['a cut line', (response) => void response.destroy(), 'channel.unreachable: ECONNRESET'],
  ])('that is answered with %s is not delivered, and is sent once', async (_what, how, said) => {
    answer = how;
    const error = await send('wecom').catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ name: 'SendError', message: said });
    expect(String(error)).not.toContain('robot-key');
    expect(received).toHaveLength(1);
  });

  it.each<[string, (response: http.ServerResponse) => void]>([
    ['never', () => {}],
    ['never to its end', (response) => void response.write('{"errcode":')],
  ])('that is answered %s fails within the timeout', async (_what, how) => {
    answer = how;
    await expect(send('wecom', null, 200)).rejects.toMatchObject({ code: 'channel.timeout' });
    server.closeAllConnections();
  });

  it('whose name is not resolved fails within the timeout', async () => {
    const lookup = () => new Promise<never>(() => {});
    const post = webhookPost({ allow: [], timeoutMs: 50, lookup });
    await expect(post({ url: new URL('https://robot.example/'), body: '{}' })).rejects.toMatchObject({
      code: 'channel.timeout',
    });
  });

  it('is sent to the address that was checked, and to no other of the same name', async () => {
    answer = yes;
    received = [];
    const asked: string[] = [];
    const lookup = async (host: string) => {
      asked.push(host);
      return [{ address: '127.0.0.1', family: 4 }];
    };
    const url = new URL(address);
    url.hostname = 'robot.invalid';
    await webhookPost({ allow: ['robot.invalid'], lookup })({ url, body: '{}' });
    expect([asked, received.length]).toEqual([['robot.invalid'], 1]);
    await expect(
      webhookPost({ allow: [], lookup })({ url: new URL(`https://robot.invalid/`), body: '{}' }),
    ).rejects.toMatchObject({ code: 'channel.forbidden-target' });
    expect(received).toHaveLength(1);
  });

  it('that reaches no server fails with that reason', async () => {
    const post = webhookPost({ allow: ['127.0.0.1'] });
    const url = new URL('http://127.0.0.1:1/');
    await expect(post({ url, body: '{}' })).rejects.toMatchObject({ message: 'channel.unreachable: ECONNREFUSED' });
  });
});
