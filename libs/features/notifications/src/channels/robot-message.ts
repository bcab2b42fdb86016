/** Requests to the robots of 企业微信 and 钉钉, and their answers. */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { SendError } from './send-error.ts';

export type RobotKind = 'wecom' | 'dingtalk';

export interface RobotRequest {
  readonly url: URL;
  readonly body: string;
}

/**
 * @param at wall time of the sender: 钉钉 refuses a signature that is more than an hour off
 * @param secret of a signed 钉钉 robot (加签), otherwise null; 企业微信 has only the key in its address
 */
export function robotRequest(
  kind: RobotKind,
  address: string,
  secret: string | null,
  message: { readonly title: string; readonly markdown: string },
  at: Date,
): RobotRequest {
  const url = new URL(address);
  if (kind === 'wecom') {
    return { url, body: JSON.stringify({ msgtype: 'markdown', markdown: { content: message.markdown } }) };
  }
  if (secret !== null) {
    url.searchParams.set('timestamp', String(at.getTime()));
    url.searchParams.set('sign', dingtalkSign(at.getTime(), secret));
  }
  return {
    url,
    body: JSON.stringify({ msgtype: 'markdown', markdown: { title: message.title, text: message.markdown } }),
  };
}

/** Base64 of HMAC-SHA256 over `timestamp\nsecret`, keyed with the secret: 钉钉's 加签. */
export function dingtalkSign(milliseconds: number, secret: string): string {
  return createHmac('sha256', secret).update(`${milliseconds}\n${secret}`).digest('base64');
}

/** Both answer 200 in every case; only `errcode` shows the result. */
const Answer = z.object({ errcode: z.number().int() });

/** @throws SendError for every answer other than success */
export function checkRobotAnswer(status: number, body: string): void {
  if (status >= 300 && status < 400) throw new SendError('channel.redirected', String(status));
  if (status !== 200) throw new SendError('channel.http-status', String(status));
  const answer = Answer.safeParse(parsed(body));
  if (!answer.success) throw new SendError('channel.garbage', '');
  if (answer.data.errcode !== 0) throw new SendError('channel.robot-refused', String(answer.data.errcode));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
