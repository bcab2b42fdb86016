import { describe, expect, it } from '@jest/globals';
import { mailText, robotText } from './channel-text.ts';

const notice = { text: '新待办：提出审查意见〔重要合同 1a2b3c4d〕', caseId: '0190-x' };

describe('what goes out', () => {
  it('contains the notification’s own text and the link to the case, nothing else', () => {
    const { subject, text } = mailText([notice], 'https://gate.example/');
    expect(subject).toBe(`合法性审核：${notice.text}`);
    expect(text.startsWith(`${notice.text}\nhttps://gate.example/cases/0190-x\n\n`)).toBe(true);
    expect(mailText([notice], null).text).not.toContain('http');
  });

  it('of a whole day is one mail', () => {
    const { subject, text } = mailText([notice, { text: '第二条', caseId: null }], null);
    expect(subject).toBe('合法性审核：2条消息');
    expect(text).toContain(`${notice.text}\n\n第二条\n\n`);
  });

  it('cannot add a line to a header or markup to a robot’s message', () => {
    expect(mailText([{ text: 'a\r\nBcc: x@y', caseId: null }], null).subject).toBe('合法性审核：a Bcc: x@y');
    const { markdown } = robotText([{ text: '[x](http://y) **z** <font>', caseId: null }], null);
    expect(markdown.split('\n').at(-1)).toBe('- \\[x\\](http://y) \\*\\*z\\*\\* \\<font\\>');
  });

  it('fits into what 企业微信 takes, however long the texts', () => {
    const long = { text: '件'.repeat(500), caseId: '0190a0b0-0000-7000-8000-000000000000' };
    const { markdown } = robotText(
      Array.from({ length: 8 }, () => long),
      'https://lawgate.some-county.example.gov.cn',
    );
    expect(Buffer.byteLength(markdown)).toBeLessThan(4096);
  });
});
