/** Leaves out mutants of text that people read: its wording is no behaviour, and a test of it would repeat it. */
const reason = 'text that people read';
const textProperties = new Set(['message', 'summary', 'label']);

const displayText = {
  shouldIgnore: (path) => (isString(path) && path.find(isTextPosition) !== null ? reason : undefined),
};

/** Where codes are English and Chinese is for people. The calendar reads Chinese notices; its words are not left out. */
const chineseText = {
  shouldIgnore: (path) => (isString(path) && isChinese(path.node) && !isCitation(path) ? reason : undefined),
};

function isString(path) {
  return path.isStringLiteral() || path.isTemplateLiteral();
}

/** `message: …` of a rule, or what an error says: its first argument is the code. */
function isTextPosition({ node, parent, listKey, key }) {
  if (node.type === 'ObjectProperty') return textProperties.has(node.key.name);
  return (
    parent?.type === 'NewExpression' && /Error$/.test(parent.callee.name ?? '') && listKey === 'arguments' && key > 0
  );
}

function isChinese(node) {
  const text = node.type === 'StringLiteral' ? node.value : node.quasis.map(({ value }) => value.raw).join('');
  return /\p{Script=Han}/u.test(text);
}

/** Tests name the article that a refusal cites. */
function isCitation(path) {
  return path.findParent(({ node }) => node.type === 'ObjectProperty' && node.key.name === 'citation') !== null;
}

export const strykerPlugins = [
  { kind: 'Ignore', name: 'display-text', value: displayText },
  { kind: 'Ignore', name: 'chinese-text', value: chineseText },
];
