/**
 * Finds the rules of law in sources, and which of them are hard: a hard rule cannot be overridden, whatever the reason.
 *
 * A unit is a top-level statement or a member of a class. A unit is law when it contains a rule (an object with `id`,
 * `message` and `holds`), or when such a unit of the same file refers to it. In other files the lists of rules of gates
 * count.
 */
import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** Files of rules are law as a whole. */
const isRulesFile = (file) => /\/rules(\/[\w-]+)?\.ts$/.test(file);

/** Stryker's patterns for what is mutated. */
export function lawPatterns(files) {
  return files.flatMap((file) => {
    if (isRulesFile(file)) return [file];
    const units = lawOf(file);
    const places = units.flatMap(({ law, lines, gates }) => (law === null ? gates : [lines]));
    return places.map(([first, last]) => `${file}:${first}-${last}`);
  });
}

/** `hard`, `soft` or null, for a line (from 1) of a file. Texts of a rule count as null. */
export function lawAt(file, line) {
  if (!file.startsWith('workflows/')) return null;
  const holds = ([first, last]) => line >= first && line <= last;
  const unit = lawOf(file).find(({ lines }) => holds(lines));
  if (unit === undefined || unit.messages.some(holds)) return null;
  return unit.law ?? (unit.gates.some(holds) ? 'hard' : null);
}

const known = new Map();

function lawOf(file) {
  if (!known.has(file)) known.set(file, classified(unitsOf(file), isRulesFile(file)));
  return known.get(file);
}

function classified(units, allAreLaw) {
  const soft = reachable(
    units,
    units.filter(({ isSoft }) => isSoft),
  );
  const hard = reachable(
    units,
    units.filter((unit) => !unit.isSoft && (unit.writesRule || (allAreLaw && !soft.has(unit)))),
  );
  const lawOfUnit = (unit) => (hard.has(unit) ? 'hard' : soft.has(unit) ? 'soft' : null);
  return units.map((unit) => ({ ...unit, law: lawOfUnit(unit) }));
}

/** These units and all that they refer to, directly or indirectly. */
function reachable(units, from) {
  const found = new Set(from);
  for (const unit of found) {
    for (const other of units) if (!other.isSoft && other.names.some((name) => unit.refers.has(name))) found.add(other);
  }
  return found;
}

function unitsOf(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements
    .flatMap((statement) => (ts.isClassDeclaration(statement) ? [...statement.members] : [statement]))
    .filter(
      (node) => !ts.isImportDeclaration(node) && !ts.isInterfaceDeclaration(node) && !ts.isTypeAliasDeclaration(node),
    )
    .map((node) => unitOf(node, source));
}

function unitOf(node, source) {
  const lineOf = (position) => source.getLineAndCharacterOfPosition(position).line + 1;
  const linesOf = (part) => [lineOf(part.getStart(source)), lineOf(part.end)];
  const unit = { names: namesOf(node), refers: new Set(), messages: [], gates: [], writesRule: false, isSoft: false };
  const visit = (child) => {
    // Types and the texts of a refusal have no effect on the decision.
    if (ts.isTypeNode(child)) return;
    if (ts.isIdentifier(child) || ts.isPrivateIdentifier(child)) unit.refers.add(child.text);
    if (ts.isObjectLiteralExpression(child) && isRule(child)) unit.writesRule = true;
    if (ts.isPropertyAssignment(child)) {
      const name = child.name.getText(source);
      if (name === 'strength') unit.isSoft = true;
      if (name === 'message') return void unit.messages.push(linesOf(child));
    }
    if (isListOfRules(child)) unit.gates.push(linesOf(child));
    ts.forEachChild(child, visit);
  };
  visit(node);
  return { ...unit, lines: linesOf(node) };
}

function isRule(object) {
  const names = object.properties.map(({ name }) => name?.getText());
  const isSpread = object.properties.some(ts.isSpreadAssignment);
  return names.includes('id') && names.includes('message') && (names.includes('holds') || isSpread);
}

/** `rules: [...]` of a gate, or `const rules = [...]` for several of them. */
function isListOfRules(node) {
  if (!ts.isPropertyAssignment(node) && !ts.isVariableDeclaration(node)) return false;
  const { name, initializer } = node;
  return name.getText() === 'rules' && initializer !== undefined && ts.isArrayLiteralExpression(initializer);
}

function namesOf(node) {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.map(({ name }) => name.getText());
  return node.name === undefined ? [] : [node.name.getText()];
}
