/** No SQL statements in string and template literals: docs/decisions/0052. */

/** What an expression in a template, or between strings that are added, may be. */
const HOLE = '$x';
const NAME = String.raw`(?!(?:the|an?|this|that|these|your|its|their|all)\b)[\w$"][\w$".]*`;
/** What follows the first column of a select, and seldom the first word of an English sentence. */
const AFTER_COLUMN = String.raw`(?:\(|\s*(?:::|->|\|\||=\s*['$\d])|\s*,[\s\S]*\sfrom\s+${NAME}|\s+(?:as|from)\s+${NAME}|\s+is\s+(?:not\s+)?null\b)`;
/** No statement ends so. */
const SENTENCE_END = /[.!?。！？]\s*$/u;

/** The beginnings of statements. Each says enough of its grammar that no sentence begins in the same way. */
const STATEMENTS = [
  String.raw`select\s+(?:distinct\s+(?:on\s*\([^)]*\)\s*)?)?(?:\*|\(|'|\d+(?:\s+(?:as|from)\b|\s*(?:,|$))|from\s+${NAME}\s+where\b|case\s+when\b|(?:not\s+)?exists\s*\(|${NAME}${AFTER_COLUMN})`,
  String.raw`insert\s+into\s+${NAME}\s*(?:as\s+\w+\s*)?(?:\(|values\b|select\b|default\s+values\b)`,
  String.raw`update\s+(?:only\s+)?${NAME}(?:\s+(?:as\s+)?\w+)?\s+set\s+(?:\(|${NAME}\s*=|\$x)`,
  String.raw`delete\s+from\s+(?:only\s+)?${NAME}(?:\s+(?:as\s+)?\w+)?\s*(?:$|;|(?:where|using|returning)\b)`,
  String.raw`with\s+(?:recursive\s+)?${NAME}\s*(?:\([^)]*\)\s*)?as\s+(?:not\s+)?(?:materialized\s*)?\(`,
];
const STATEMENT = new RegExp(String.raw`^(?:\s|\(|--[^\n]*\n|/\*[\s\S]*?\*/)*(?:${STATEMENTS.join('|')})`, 'iu');

/** `select f(…)`, perhaps with an alias, or `select columns from f(…)`. */
const CALL = /^\s*select\s+(?:[\w.*,\s"]+\sfrom\s+)?[\w.$]+\s*(\([\s\S]*\))\s*(?:(?:as\s+)?\w+)?\s*$/iu;
const CLAUSE = /\b(?:select|from|where|join|union)\b/iu;

/** Whether `text` begins as a SQL statement does. Expressions of a template are written `$x`. */
export function isStatement(text) {
  return STATEMENT.test(text) && !SENTENCE_END.test(text);
}

/** Whether `text` calls one function of the database and does nothing else. */
export function isCall(text) {
  const call = CALL.exec(text);
  return call !== null && !CLAUSE.test(call[1]) && closesAtEnd(call[1]);
}

/** Whether the bracket that `text` opens with is the one that it ends with. */
function closesAtEnd(text) {
  let depth = 0;
  for (const [index, character] of [...text].entries()) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth === 0) return index === text.length - 1;
  }
  return false;
}

function textOf(node) {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.cooked ?? value.raw).join(HOLE);
  if (node.type === 'BinaryExpression' && node.operator === '+') return textOf(node.left) + textOf(node.right);
  return HOLE;
}

export const noSqlStrings = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      statement:
        'SQL is not written as a string (docs/decisions/0052). Write a typed query of Kysely (tx.db), use the unit of ' +
        'work (tx.em), or put the statement into a named file in sql/ that is read once at load.',
    },
  },
  create(context) {
    function check(node) {
      const { parent } = node;
      // The whole sum is looked at, once.
      if (parent.type === 'BinaryExpression' && parent.operator === '+') return;
      const text = textOf(node);
      if (!isStatement(text)) return;
      const isTagged = parent.type === 'TaggedTemplateExpression' && parent.quasi === node;
      if (isTagged && parent.tag.type === 'Identifier' && parent.tag.name === 'sql' && isCall(text)) return;
      context.report({ node, messageId: 'statement' });
    }
    return { Literal: check, TemplateLiteral: check, 'BinaryExpression[operator="+"]': check };
  },
};
