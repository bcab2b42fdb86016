/** Notifications as mails and robot messages. They contain the text of the inbox and a link; nothing is added. Pure. */

export interface SentNotice {
  readonly text: string;
  readonly caseId: string | null;
}

export interface MailText {
  readonly subject: string;
  readonly text: string;
}

const heading = '合法性审核';
/**
 * Maximum characters of one line of a robot's message, so that eight lines stay below the 4,096 bytes that 企业微信
 * accepts.
 */
const lineLength = 100;
const subjectLength = 60;

/** Maximum number of texts in one robot message. */
export const linesPerMessage = 8;

/** URL of the page of a case; null where the town has set no public address. */
export function caseLink(publicUrl: string | null, caseId: string | null): string | null {
  return publicUrl === null || caseId === null ? null : `${publicUrl.replace(/\/+$/, '')}/cases/${caseId}`;
}

export function mailText(notices: readonly SentNotice[], publicUrl: string | null): MailText {
  const [first] = notices;
  const subject = notices.length === 1 && first !== undefined ? first.text : `${notices.length}条消息`;
  const parts = notices.map(({ text, caseId }) => {
    const link = caseLink(publicUrl, caseId);
    return link === null ? text : `${text}\n${link}`;
  });
  const end = '本邮件由系统发出，请勿回复。接收方式可在系统“通知”中设置。';
  return {
    subject: `${heading}：${cut(subject.replaceAll(/\s+/g, ' '), subjectLength)}`,
    text: `${parts.join('\n\n')}\n\n${end}\n`,
  };
}

/** Markdown that both robots render; the heading is also a fixed keyword by which a 钉钉 robot may be restricted. */
export function robotText(
  notices: readonly SentNotice[],
  publicUrl: string | null,
): { title: string; markdown: string } {
  const lines = notices.map(({ text, caseId }) => {
    const link = caseLink(publicUrl, caseId);
    const line = cut(text.replaceAll(/\s+/g, ' '), lineLength).replaceAll(/[\\`*_[\]<>#]/g, (sign) => `\\${sign}`);
    return link === null ? `- ${line}` : `- ${line} [查看](${link})`;
  });
  return { title: heading, markdown: `**${heading}**\n\n${lines.join('\n')}` };
}

function cut(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
