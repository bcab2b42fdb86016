/** Placeholders of a template: `{{name}}` and nothing else. A template has no commands; what looks like one is a problem. Pure. */
import { textOf, type Paragraph } from './paragraphs.ts';
import { placeholderName } from './phrase.ts';

export interface Placeholder {
  readonly name: string;
  /** In the paragraph's whole text. */
  readonly from: number;
  readonly to: number;
}

export interface TemplateProblem {
  /** The paragraph in which it stands, shortened. */
  readonly where: string;
  readonly message: string;
}

export interface ReadParagraph {
  readonly placeholders: readonly Placeholder[];
  readonly problems: readonly TemplateProblem[];
}

const command = /\+\+\+|\{%|\{#|<%|\$\{/;

export function placeholdersIn(paragraph: Paragraph): ReadParagraph {
  const text = textOf(paragraph);
  const placeholders: Placeholder[] = [];
  const problems: TemplateProblem[] = [];
  const problem = (message: string): void => void problems.push({ where: shortened(text), message });
  if (command.test(text)) problem('模板不能含有命令（+++、{%、${ 等），只能使用 {{名称}} 占位符。');
  let at = 0;
  for (;;) {
    const from = text.indexOf('{{', at);
    if (from < 0) break;
    const end = text.indexOf('}}', from + 2);
    if (end < 0) {
      problem('占位符没有写完：{{ 之后缺少 }}，应在同一段内写成 {{名称}}。');
      return { placeholders, problems };
    }
    const name = text.slice(from + 2, end).trim();
    if (placeholderName.test(name)) placeholders.push({ name, from, to: end + 2 });
    else problem(`「{{${shortened(name)}}}」不是占位符：名称只能由文字、数字、点和连字符组成，不能是命令或公式。`);
    at = end + 2;
  }
  if (text.slice(at).includes('}}')) problem('多出 }}，占位符应写成 {{名称}}。');
  return { placeholders, problems };
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
