/** Plain words in comments, declared names, file names and English sentences of string literals. */
import path from 'node:path';
import { bannedIn, messageOf, wordsOfName } from './words.mjs';

const CHINESE = /\p{Script=Han}/u;
/** A string of one word is a key or a code, not a sentence. */
const SENTENCE = /[a-z]\S* \S/i;
const MEMBERS = ['TSPropertySignature', 'TSMethodSignature', 'PropertyDefinition', 'MethodDefinition', 'TSEnumMember'];

export const plainWords = {
  meta: { type: 'suggestion', schema: [], messages: { banned: '{{message}}' } },
  create(context) {
    const { sourceCode } = context;
    const reported = new Set();

    function report(found, loc) {
      context.report({ loc, messageId: 'banned', data: { message: messageOf(found) } });
    }
    function checkText(text, start) {
      for (const found of bannedIn(text)) {
        const from = start + found.index;
        report(found, {
          start: sourceCode.getLocFromIndex(from),
          end: sourceCode.getLocFromIndex(from + found.word.length),
        });
      }
    }
    function checkSentence(node) {
      const text = sourceCode.getText(node);
      if (SENTENCE.test(text) && !CHINESE.test(text)) checkText(text, node.range[0]);
    }
    function checkName(node) {
      if (reported.has(node.name)) return;
      for (const found of bannedIn(wordsOfName(node.name), 'names')) {
        reported.add(node.name);
        report(found, node.loc);
      }
    }
    function checkMember({ key, computed }) {
      if (!computed && key?.type === 'Identifier') checkName(key);
    }

    return {
      Program(node) {
        for (const { value, range } of sourceCode.getAllComments()) {
          // Code quoted in a comment is skipped: its names are checked where they are declared.
          checkText(
            value.replace(/`[^`\n]*`/g, (code) => ' '.repeat(code.length)),
            range[0] + 2,
          );
        }
        const file = path.basename(context.filename).replace(/\..*$/, '');
        for (const found of bannedIn(wordsOfName(file), 'names')) {
          report({ ...found, word: `${found.word}" in the file's name "${file}` }, node.loc.start);
        }
      },
      Literal(node) {
        if (typeof node.value === 'string') checkSentence(node);
      },
      TemplateElement: checkSentence,
      JSXText: checkSentence,
      'Program:exit'() {
        for (const { variables } of sourceCode.scopeManager.scopes) {
          for (const { defs } of variables) {
            for (const { name, type } of defs) {
              if (type !== 'ImportBinding' && name?.type === 'Identifier') checkName(name);
            }
          }
        }
      },
      ...Object.fromEntries(MEMBERS.map((type) => [type, checkMember])),
    };
  },
};
