import { describe, expect, it } from '@jest/globals';
import { isAllowedForm, isPublicAddress, resolveOutward } from './outward-host.ts';

const answers =
  (...addresses: string[]) =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

describe('targets of webhooks', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.100.100.200',
    '0.0.0.0',
    '::1',
    '::',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    'fe80::1',
    'fd00::1',
    '64:ff9b::a00:1',
    '2002:a00:1::1',
    'nonsense',
  ])('%s is inside', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(['101.91.40.24', '8.8.8.8', '2408:8706::1'])('%s is outside', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  it('are judged by the resolved address, not by the name', async () => {
    const url = new URL('https://robot.example/send?key=k');
    expect(await resolveOutward(url, [], answers('101.91.40.24'))).toMatchObject({ address: '101.91.40.24' });
    for (const found of [['127.0.0.1'], ['101.91.40.24', '10.0.0.1'], ['::ffff:127.0.0.1']]) {
      await expect(resolveOutward(url, [], answers(...found))).rejects.toMatchObject({
        code: 'channel.forbidden-target',
      });
    }
  });

  it('may be inside only if the list contains them', async () => {
    const url = new URL('http://127.0.0.1:8080/x');
    await expect(resolveOutward(url, [], answers('127.0.0.1'))).rejects.toMatchObject({
      code: 'channel.forbidden-target',
    });
    expect(await resolveOutward(url, ['127.0.0.1:8080'], answers('127.0.0.1'))).toMatchObject({ family: 4 });
    await expect(resolveOutward(url, ['127.0.0.1:81'], answers('127.0.0.1'))).rejects.toThrow();
  });

  it.each([
    'http://robot.example/',
    'ftp://robot.example/',
    'https://user:secret@robot.example/',
    'file:///etc/passwd',
  ])('is not %s', (url) => expect(isAllowedForm(new URL(url), ['127.0.0.1'])).toBe(false));

  it('report a name that cannot be resolved', async () => {
    const nowhere = async () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' }));
    await expect(resolveOutward(new URL('https://x.example'), [], nowhere)).rejects.toMatchObject({
      code: 'channel.unreachable',
      detail: 'ENOTFOUND',
    });
    await expect(resolveOutward(new URL('https://x.example'), [], answers())).rejects.toMatchObject({
      code: 'channel.unreachable',
    });
  });
});
