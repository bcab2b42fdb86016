/**
 * Words that comments, names, English messages and documents do not use, and what to write instead. Read by the ESLint
 * rule (`eslint-rule.mjs`) and by the check of Markdown and SQL files (`check.mjs`).
 *
 * `words`: a regular expression without anchors. `only: 'names'`: allowed in sentences. `allow`: phrases that contain
 * the word as a standard term.
 */
export const BANNED = [
  { words: 'who(?:so)?ever|whomever', instead: 'anyone who, the caller' },
  { words: 'anew', instead: 'again' },
  { words: 'beside', instead: 'next to, in addition to' },
  { words: 'tell|tells|told|telling', instead: 'notify, inform, report, distinguish' },
  {
    words: 'stand|stands|stood|standing',
    instead: 'is, are, exists, remains',
    allow:
      'stand[- ]?ins?|stands? in for|standing[- ]?in|stood in for|out of standing|standing committee|standing figures?|standing one',
  },
  {
    words: 'hand|hands|handed|handing',
    instead: 'pass, give, submit, return, part',
    allow:
      'by hand|hand(?:s|ed|ing)?[- ](?:(?:the|a|it|its|their|what) )?(?:\\w+ )?in|hand[- ]?overs?|hands? over|handed[- ]over|handing over|(?:left|right|other)[- ]hand|hand-?written|shorthand|beforehand',
  },
  { words: 'he|him|his|himself|she|her|hers|herself', instead: 'they, the person, the user' },
  { words: 'houses?', instead: 'project, installation', allow: 'in-house' },
  { words: 'rooms?', instead: 'package, layer, space', allow: 'meeting rooms?|room for' },
  { words: 'eyes?', instead: 'the name of the access right' },
  {
    words: 'remember(?:s|ed|ing)?',
    instead: 'cache, keep, store',
    // A column of `register_import`.
    allow: 'i\\.remembered|mapping, remembered|remembered = true',
  },
  { words: 'forget(?:s|ting)?|forgot|forgotten', instead: 'drop, omit, discard' },
  { words: 'believe[sd]?', instead: 'cache, trust, assume' },
  { words: 'mend(?:s|ed|ing)?', instead: 'fix, correct' },
  { words: 'lies?', instead: 'is, is stored' },
  { words: 'lends?|lent', instead: 'pass, provide' },
  { words: 'bears?|bore|borne', instead: 'have, carry' },
  { words: 'owe[sd]?', instead: 'require, is due' },
  { words: 'hears?|heard', instead: 'receive, be notified' },
  { words: 'ours|theirs', instead: 'name the owner' },
  { words: 'patience', instead: 'timeout' },
  { words: 'beneath|upon|whence|lest|hence|thus', instead: 'under, on, from, so that not, therefore' },
  {
    words: '(?:most|longest|shortest|deepest|usual|things?)',
    instead: 'max…, min…, standard, the noun',
    only: 'names',
  },
];

const patterns = BANNED.map(({ words, instead, only, allow }) => ({
  find: new RegExp(`(?<![\\w-])(?:${words})(?![\\w])`, 'gi'),
  allowed: allow === undefined ? undefined : new RegExp(`\\b(?:${allow})\\b`, 'gi'),
  instead,
  only,
}));

/** @returns each banned word of a text: `{ word, index, instead }`, `index` from the beginning of the text */
export function bannedIn(text, kind = 'text') {
  const found = [];
  for (const { find, allowed, instead, only } of patterns) {
    if (only !== undefined && only !== kind) continue;
    const rest = allowed === undefined ? text : text.replace(allowed, (phrase) => '_'.repeat(phrase.length));
    for (const { 0: word, index } of rest.matchAll(find)) found.push({ word, index, instead });
  }
  return found;
}

/** `lentServer`, `LENT_SERVER`, `lent-server` → `lent Server` … , so that the words of a name can be found. */
export function wordsOfName(name) {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/[_-]/g, ' ');
}

export function messageOf({ word, instead }) {
  return `"${word}" is not plain: ${instead} (tools/plain-words/words.mjs)`;
}
