/** Passes one mail to the town's mail server. */
import { createTransport, type NodemailerError } from 'nodemailer';
import { SendError } from './send-error.ts';

export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for every try, so that a server or reader can drop the double. */
  readonly messageId: string;
}

export type PostMail = (mail: Mail) => Promise<void>;

/**
 * @param smtpUrl `smtp://` or `smtps://`, with user and password where the server asks for them
 * @param timeoutMs for one mail, from connecting to the server's yes; milliseconds
 * @returns a function that throws SendError for whatever goes wrong
 */
export function mailPost(smtpUrl: string, timeoutMs = 10_000): PostMail {
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  const transport = createTransport(
    {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port) || (secure ? 465 : 587),
      secure,
      ...(url.username === ''
        ? {}
        : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      // A text is a text: nothing in it may make the library read a file or fetch an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { headers: { 'Auto-Submitted': 'auto-generated' } },
  );
  return async ({ from, to, subject, text, messageId }) => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      await transport.sendMail({
        from: { name: '', address: from },
        to: { name: '', address: to },
        envelope: { from, to },
        subject,
        text,
        messageId,
        signal,
      });
    } catch (error) {
      throw toSendError(error as NodemailerError);
    }
  };
}

/** What the server says of one recipient or one text is not held against the server. */
function toSendError(error: NodemailerError): SendError {
  const { code = '', command = '', responseCode, permanent = false } = error;
  if (code === 'ETIMEDOUT' || code === 'EABORT') return new SendError('channel.timeout', '');
  if (responseCode === undefined) return new SendError('channel.unreachable', error.originalCode ?? code);
  const ofMessage = command === 'RCPT TO' || command === 'DATA' || code === 'EMESSAGE';
  return ofMessage
    ? new SendError('channel.mail-rejected', String(responseCode), 'message', permanent)
    : new SendError('channel.mail-rejected', String(responseCode));
}
