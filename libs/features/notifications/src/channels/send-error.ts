/**
 * The reason why something could not be sent, as stored and shown: a code, without any address or text of an answer.
 */

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
   * @param detail a number or a system error code; must not contain the address of a robot, which includes its key
   * @param blame `target`: the server or robot fails for everybody. `message`: only this message failed.
   * @param permanent true if another attempt would fail in the same way
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
