/** Why something could not be sent, in words that may be kept and shown: a code, and nothing that an address or an answer said. */

export type SendErrorCode =
  | 'channel.forbidden-target'
  | 'channel.garbage'
  | 'channel.http-status'
  | 'channel.interrupted'
  | 'channel.mail-rejected'
  | 'channel.not-configured'
  | 'channel.redirected'
  | 'channel.robot-refused'
  | 'channel.timeout'
  | 'channel.unreachable';

export class SendError extends Error {
  /**
   * @param detail a number or a code of the system; an address of a robot holds its key and must not come here
   * @param blame `target`: the server or robot fails everybody. `message`: only this one, and the server is well.
   * @param permanent trying again would get the same answer
   */
  constructor(
    readonly code: SendErrorCode,
    readonly detail: string,
    readonly blame: 'target' | 'message' = 'target',
    readonly permanent = false,
  ) {
    super(detail === '' ? code : `${code}: ${detail}`);
    this.name = 'SendError';
  }
}
