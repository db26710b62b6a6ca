/**
 * Compiles `match` statements (PEP 634).
 *
 * Input: cases; output: instructions. A pattern consumes its subject from the top of the stack. Captured values wait in slots of their own
 * until the whole pattern has matched; on failure the operands a pattern had on the stack are dropped by a ladder of `pop_top`s.
 */

import { OP } from "./bytecodes.ts";
import { type Const, constantKey, foldExpression, NONE, str, tuple } from "./constants.ts";
import { compileExpression, jumpIf } from "./expressions.ts";
import type { Compiler } from "./unit.ts";
import type * as ast from "../syntax/ast.ts";

/** State of one pattern (or alternative). */
interface Matching {
  /** Slots of the names captured so far. */
  captures: Map<string, number>;
  /** Whether a pattern that always matches may stand here. */
  allowIrrefutable: boolean;
  /** `failures[n]`: the label that drops n operands and fails. */
  failures: number[];
  /** Operands of this pattern on the stack, below what is being matched. */
  operands: number;
}

export function compileMatch(c: Compiler, s: ast.Match, compileBody: (body: ast.Stmt[]) => void): void {
  const end = c.label();
  compileExpression(c, s.subject);
  s.cases.forEach((branch, i) => {
    const isLast = i === s.cases.length - 1;
    const m: Matching = { captures: new Map(), allowIrrefutable: isLast || branch.guard !== null, failures: [], operands: 0 };
    c.at(branch.pattern);
    if (!isLast) c.emit(OP.copy, 1);
    compilePattern(c, branch.pattern, m);
    c.at(branch.pattern);
    for (const [name, slot] of m.captures) {
      c.emit(OP.load_local, slot);
      c.storeName(name);
      c.unit.giveSlot(slot);
    }
    if (branch.guard !== null) jumpIf(c, branch.guard, failure(c, m, 0), false);
    if (!isLast) {
      c.at(branch.pattern);
      c.emit(OP.pop_top);
    }
    compileBody(branch.body);
    c.nowhere();
    c.emit(OP.jump, end);
    placeFailures(c, m);
  });
  c.place(end);
}

/** The label that drops `count` operands and fails. */
function failure(c: Compiler, m: Matching, count: number): number {
  while (m.failures.length <= count) m.failures.push(c.label());
  return m.failures[count];
}

/** Fails on the condition `branch` tests; the operands on the stack are dropped. */
function failIf(c: Compiler, m: Matching, branch: number): void {
  c.emit(branch, failure(c, m, m.operands));
}

function placeFailures(c: Compiler, m: Matching): void {
  c.nowhere();
  for (let count = m.failures.length - 1; count > 0; count--) {
    c.place(m.failures[count]);
    c.emit(OP.pop_top);
  }
  if (m.failures.length > 0) c.place(m.failures[0]);
}

function isWildcard(p: ast.Pattern): boolean {
  return p.kind === "MatchAs" && p.name === null;
}

function compilePattern(c: Compiler, p: ast.Pattern, m: Matching): void {
  c.at(p);
  switch (p.kind) {
    case "MatchValue":
      compileExpression(c, p.value);
      c.emitAt(p, OP.compare_eq);
      return failIf(c, m, OP.branch_if_false);
    case "MatchSingleton":
      c.loadConst(p.value.type === "bool" ? p.value : NONE);
      c.emit(OP.compare_is);
      return failIf(c, m, OP.branch_if_false);
    case "MatchAs":
      return compileAs(c, p, m);
    case "MatchStar":
      return p.name === null ? c.emit(OP.pop_top) : capture(c, p.name, p, m);
    case "MatchSequence":
      return compileSequencePattern(c, p, m);
    case "MatchMapping":
      return compileMappingPattern(c, p, m);
    case "MatchClass":
      return compileClassPattern(c, p, m);
    case "MatchOr":
      return compileOr(c, p, m);
  }
}

/** A pattern inside another: it may always match. */
function compileSubpattern(c: Compiler, p: ast.Pattern, m: Matching): void {
  const before = m.allowIrrefutable;
  m.allowIrrefutable = true;
  compilePattern(c, p, m);
  m.allowIrrefutable = before;
}

function capture(c: Compiler, name: string, at: ast.Span, m: Matching): void {
  if (m.captures.has(name)) c.fail(`multiple assignments to name '${name}' in pattern`, at);
  const slot = c.unit.takeSlot(`.match ${name}`, 0);
  m.captures.set(name, slot);
  c.emit(OP.store_local, slot);
}

function compileAs(c: Compiler, p: ast.MatchAs, m: Matching): void {
  if (p.pattern === null) {
    if (!m.allowIrrefutable) {
      if (p.name !== null) c.fail(`name capture '${p.name}' makes remaining patterns unreachable`, p);
      c.fail("wildcard makes remaining patterns unreachable", p);
    }
    return p.name === null ? c.emit(OP.pop_top) : capture(c, p.name, p, m);
  }
  c.emit(OP.copy, 1);
  m.operands++;
  compilePattern(c, p.pattern, m);
  m.operands--;
  c.at(p);
  capture(c, p.name!, p, m);
}

function compileSequencePattern(c: Compiler, p: ast.MatchSequence, m: Matching): void {
  const { patterns } = p;
  const size = patterns.length;
  const star = patterns.findIndex((item) => item.kind === "MatchStar");
  if (star >= 0 && patterns.some((item, i) => i > star && item.kind === "MatchStar")) {
    c.fail("multiple starred names in sequence pattern", p);
  }
  m.operands++;
  c.emit(OP.match_sequence);
  failIf(c, m, OP.branch_if_false);
  if (star < 0 || size > 1) {
    c.emit(OP.get_length);
    c.loadInt(star < 0 ? size : size - 1);
    c.emit(star < 0 ? OP.compare_eq : OP.compare_ge);
    failIf(c, m, OP.branch_if_false);
  }
  const starIsWildcard = star >= 0 && (patterns[star] as ast.MatchStar).name === null;
  if (patterns.every((item, i) => i === star ? starIsWildcard : isWildcard(item))) {
    m.operands--;
    return c.emit(OP.pop_top);
  }
  if (starIsWildcard) {
    // `[a, *_, b]`: by index, so that the middle is not copied.
    patterns.forEach((item, i) => {
      if (i === star || isWildcard(item)) return;
      c.at(p);
      c.emit(OP.copy, 1);
      if (i < star) {
        c.loadInt(i);
      } else {
        c.emit(OP.get_length);
        c.loadInt(size - i);
        c.emit(OP.binary_subtract);
      }
      c.emit(OP.load_subscript);
      compileSubpattern(c, item, m);
    });
    m.operands--;
    return c.emitAt(p, OP.pop_top);
  }
  if (star >= 0) c.emit(OP.unpack_extended, star, size - star - 1);
  else c.emit(OP.unpack_sequence, size);
  m.operands += size - 1;
  for (const item of patterns) {
    m.operands--;
    compileSubpattern(c, item, m);
  }
}

function compileMappingPattern(c: Compiler, p: ast.MatchMapping, m: Matching): void {
  const size = p.keys.length;
  m.operands++;
  c.emit(OP.match_mapping);
  failIf(c, m, OP.branch_if_false);
  if (size === 0 && p.rest === null) {
    m.operands--;
    return c.emit(OP.pop_top);
  }
  if (size > 0) {
    c.emit(OP.get_length);
    c.loadInt(size);
    c.emit(OP.compare_ge);
    failIf(c, m, OP.branch_if_false);
  }
  const seen = new Set<string>();
  for (const key of p.keys) {
    const constant = foldExpression(key, c.optimize);
    if (constant === null) continue;
    const identity = equalityKey(constant);
    if (seen.has(identity)) c.fail(`mapping pattern checks duplicate key (${keyText(c, key)})`, p);
    seen.add(identity);
  }
  for (const key of p.keys) compileExpression(c, key);
  c.emitAt(p, OP.build_tuple, size);
  // subject keys -- subject keys values
  c.emit(OP.match_keys);
  m.operands += 2;
  c.emit(OP.copy, 1);
  failIf(c, m, OP.branch_if_none);
  c.emit(OP.unpack_sequence, size);
  m.operands += size - 1;
  for (const item of p.patterns) {
    m.operands--;
    compileSubpattern(c, item, m);
  }
  // What is left: subject keys.
  c.at(p);
  m.operands -= 2;
  if (p.rest === null) {
    c.emit(OP.pop_top);
    c.emit(OP.pop_top);
    return;
  }
  c.emit(OP.build_dict, 0);
  c.emit(OP.swap, 3);
  c.emit(OP.dict_update, 2);
  c.emit(OP.unpack_sequence, size);
  for (let left = size; left > 0; left--) {
    c.emit(OP.copy, left + 1);
    c.emit(OP.swap, 2);
    c.emit(OP.delete_subscript);
  }
  capture(c, p.rest, p, m);
}

/** The same for literals that are equal: 1, True and 1.0 say. */
function equalityKey(c: Const): string {
  if (c.type === "bool") return c.value ? "i1" : "i0";
  return c.type === "float" && Number.isInteger(c.value) ? `i${BigInt(c.value)}` : constantKey(c);
}

/** A literal key as `repr` shows it. */
function keyText(c: Compiler, key: ast.Expr): string {
  const constant = foldExpression(key, c.optimize)!;
  switch (constant.type) {
    case "str":
      return constant.value.includes("'") && !constant.value.includes('"') ? `"${constant.value}"` : `'${constant.value}'`;
    case "none":
      return "None";
    case "bool":
      return constant.value ? "True" : "False";
    case "int":
      return String(constant.value);
    default:
      return c.source.text.slice(key.start, key.end);
  }
}

function compileClassPattern(c: Compiler, p: ast.MatchClass, m: Matching): void {
  p.kwd_attrs.forEach((name, i) => {
    if (p.kwd_attrs.indexOf(name) < i) c.fail(`attribute name repeated in class pattern: ${name}`, p.kwd_patterns[i]);
  });
  compileExpression(c, p.cls);
  c.at(p);
  c.loadConst(tuple(p.kwd_attrs.map(str)));
  c.emit(OP.match_class, p.patterns.length);
  const patterns = [...p.patterns, ...p.kwd_patterns];
  c.emit(OP.copy, 1);
  m.operands++;
  failIf(c, m, OP.branch_if_none);
  c.emit(OP.unpack_sequence, patterns.length);
  m.operands += patterns.length - 1;
  for (const item of patterns) {
    m.operands--;
    compileSubpattern(c, item, m);
  }
}

function compileOr(c: Compiler, p: ast.MatchOr, m: Matching): void {
  const end = c.label();
  let names: string[] | null = null;
  const captures = new Map<string, number>();
  p.patterns.forEach((alternative, i) => {
    const inner: Matching = {
      captures: new Map(),
      allowIrrefutable: m.allowIrrefutable && i === p.patterns.length - 1,
      failures: [],
      operands: 0,
    };
    c.at(alternative);
    c.emit(OP.copy, 1);
    compilePattern(c, alternative, inner);
    const found = [...inner.captures.keys()].sort();
    if (names === null) names = found;
    else if (names.length !== found.length || names.some((name, k) => name !== found[k])) {
      c.fail("alternative patterns bind different names", p);
    }
    // All alternatives leave their captures in the slots of the first.
    c.at(alternative);
    for (const [name, slot] of inner.captures) {
      const known = captures.get(name);
      if (known === undefined) {
        captures.set(name, slot);
      } else {
        c.emit(OP.load_local, slot);
        c.emit(OP.store_local, known);
        c.unit.giveSlot(slot);
      }
    }
    c.emit(OP.jump, end);
    placeFailures(c, inner);
  });
  c.emitAt(p, OP.pop_top);
  c.emit(OP.jump, failure(c, m, m.operands));
  c.place(end);
  c.emit(OP.pop_top);
  for (const [name, slot] of captures) {
    if (m.captures.has(name)) c.fail(`multiple assignments to name '${name}' in pattern`, p);
    m.captures.set(name, slot);
  }
}
