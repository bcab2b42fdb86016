/** The frame of the printed pages: A4, black on white, without external resources. */

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/**
 * @param cells HTML
 * @returns a table whose heading is repeated on every printed page
 */
export function table(headings: readonly string[], rows: readonly (readonly string[])[], empty = '无'): string {
  if (rows.length === 0) return `<p>${empty}。</p>\n`;
  const head = headings.map((heading) => `<th>${escaped(heading)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>\n`;
}

/** A table of labels and values. */
export function pairs(rows: readonly (readonly [string, string])[]): string {
  const body = rows.map(([label, value]) => `<tr><th>${escaped(label)}</th><td>${escaped(value)}</td></tr>`).join('\n');
  return `<table class="pairs"><tbody>\n${body}\n</tbody></table>\n`;
}

/** @param at ISO instant; @returns date and time in Asia/Shanghai, which has no summer time */
export function localTime(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>
@page { size: A4; margin: 20mm 18mm 20mm 25mm; @bottom-center { content: "— " counter(page) " —"; } }
body { max-width: 180mm; margin: 12mm auto; font: 11pt/1.6 FangSong, 仿宋, 'FangSong_GB2312', 'Noto Serif CJK SC', serif; color: #000; }
h1 { margin: 18mm 0 8mm; font: bold 22pt/1.4 'FZXiaoBiaoSong-B05S', 'Noto Serif CJK SC', SimSun, 宋体, serif; text-align: center; }
h2 { margin: 8mm 0 3mm; font: bold 13pt/1.4 SimHei, 黑体, 'Noto Sans CJK SC', sans-serif; break-after: avoid; }
h3 { margin: 4mm 0 2mm; font: bold 11pt/1.4 KaiTi, 楷体, 'Noto Serif CJK SC', serif; break-after: avoid; }
table { width: 100%; border-collapse: collapse; font-size: 10pt; }
th, td { padding: 1mm 2mm; border: 0.25mm solid #000; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.pairs th { width: 32mm; font-weight: normal; }
.hash { font: 8pt/1.3 'Noto Sans Mono', Consolas, monospace; }
p { margin: 1.5mm 0; white-space: pre-line; }
</style>
</head>
<body>
${body}</body>
</html>
`;
}
