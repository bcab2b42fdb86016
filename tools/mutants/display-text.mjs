/** Excludes mutants of texts for people: their wording is not behaviour, and a test would only repeat it. */
const reason = 'text that people read';
const textProperties = new Set(['message', 'summary', 'label']);

const displayText = {
  shouldIgnore: (path) => (isString(path) && path.find(isTextPosition) !== null ? reason : undefined),
};

/**
 * Folders where codes are English and Chinese is for people. The calendar parses Chinese notices, so its texts are not
 * excluded.
 */
const chineseText = {
  shouldIgnore: (path) => (isString(path) && isChinese(path.node) && !isCitation(path) ? reason : undefined),
};

function isString(path) {
  return path.isStringLiteral() || path.isTemplateLiteral();
}

/** `message: …` of a rule, or the arguments of an error after the first, which is the code. */
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

/** Tests check the citation of a refusal, so citations are not excluded. */
function isCitation(path) {
  return path.findParent(({ node }) => node.type === 'ObjectProperty' && node.key.name === 'citation') !== null;
}

export const strykerPlugins = [
  { kind: 'Ignore', name: 'display-text', value: displayText },
  { kind: 'Ignore', name: 'chinese-text', value: chineseText },
];
