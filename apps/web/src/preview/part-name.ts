const names: Readonly<Record<string, string>> = {
  body: '正文',
  header: '页眉',
  footer: '页脚',
  footnote: '脚注',
  endnote: '尾注',
  comment: '批注',
  'text-box': '文本框',
  diagram: '图示',
  chunk: '嵌入的文档',
  form: '表单域',
  annotation: '注释',
};

/** The word for a part of a document; an unknown one is shown as it is. */
export function partName(part: string): string {
  return names[part] ?? part;
}
