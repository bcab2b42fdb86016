/** Sends one mail through the town's mail server. */
import { createTransport, type NodemailerError } from 'nodemailer';
import { SendError } from './send-error.ts';

export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for every attempt, so that a server or client can drop duplicates. */
  readonly messageId: string;
}

export type PostMail = (mail: Mail) => Promise<void>;

/**
 * @param smtpUrl `smtp://` or `smtps://`, with user and password where the server requires them
 * @param timeoutMs for one mail, from connecting to its acceptance; milliseconds
 * @returns a function that throws SendError for every failure
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
      // Texts must not make the library read a file or fetch an address.
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

/** A rejection of one recipient or one text is not blamed on the server. */
function toSendError(error: NodemailerError): SendError {
  const { code = '', command = '', responseCode, permanent = false } = error;
  if (code === 'ETIMEDOUT' || code === 'EABORT') return new SendError('channel.timeout', '');
  if (responseCode === undefined) return new SendError('channel.unreachable', error.originalCode ?? code);
  const ofMessage = command === 'RCPT TO' || command === 'DATA' || code === 'EMESSAGE';
  return ofMessage
    ? new SendError('channel.mail-rejected', String(responseCode), 'message', permanent)
    : new SendError('channel.mail-rejected', String(responseCode));
}
