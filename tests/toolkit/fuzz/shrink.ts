/**
 * Makes a failing program smaller: leaves out statements, puts bodies in the place of what surrounds them, and replaces
 * expressions by their operands or by constants, as long as the program still fails.
 */

import type { Expression, Statement } from "../../../examples/tiny/lexer_parser.ts";

/** The smallest program found for which `fails` holds. `attempts`: how often it may be asked. */
export function shrink(program: Statement[], fails: (p: Statement[]) => boolean, attempts = 500): Statement[] {
  let best = program;
  let left = attempts;
  for (let progress = true; progress && left > 0;) {
    progress = false;
    for (const candidate of smaller(best)) {
      if (left-- <= 0) break;
      if (!fails(candidate)) continue;
      best = candidate;
      progress = true;
      break;
    }
  }
  return best;
}

/** Variants of a statement list with one thing less, big steps first. */
function* smaller(body: Statement[]): Generator<Statement[]> {
  for (let size = body.length >> 1; size >= 1; size >>= 1) {
    for (let at = 0; at + size <= body.length; at += size) yield [...body.slice(0, at), ...body.slice(at + size)];
  }
  for (const [i, s] of body.entries()) {
    for (const inner of bodiesOf(s)) yield [...body.slice(0, i), ...inner, ...body.slice(i + 1)];
    for (const variant of smallerStatement(s)) yield [...body.slice(0, i), variant, ...body.slice(i + 1)];
  }
}

function bodiesOf(s: Statement): Statement[][] {
  switch (s.k) {
    case "if":
      return [s.then, s.else];
    case "while":
    case "for":
    case "block":
      return [s.body];
    case "try":
      return [s.body, s.handler];
    default:
      return [];
  }
}

/** The statement with one of its parts smaller. */
function* smallerStatement(s: Statement): Generator<Statement> {
  for (const [key, value] of Object.entries(s)) {
    if (Array.isArray(value)) { for (const body of smaller(value)) yield { ...s, [key]: body } as Statement; }
    else if (isExpression(value)) { for (const e of smallerExpression(value)) yield { ...s, [key]: e } as Statement; }
  }
}

const isExpression = (x: unknown): x is Expression => typeof x === "object" && x !== null && "k" in x;

function* smallerExpression(e: Expression): Generator<Expression> {
  if (e.k === "int" || e.k === "word" || e.k === "name") {
    if (e.k === "int" && e.value !== 0n && e.value !== 1n) yield { k: "int", value: 1n };
    return;
  }
  if (e.k !== "fn") yield { k: "int", value: 1n };
  for (const [key, value] of Object.entries(e)) {
    if (key === "body") { for (const body of smaller(value as Statement[])) yield { ...e, body } as Expression; }
    else if (isExpression(value)) {
      if (key !== "callee") yield value;
      for (const x of smallerExpression(value)) yield { ...e, [key]: x } as Expression;
    } else if (Array.isArray(value) && (key === "items" || key === "args")) {
      for (const [i, item] of (value as Expression[]).entries()) {
        yield item;
        if (key === "items") yield { ...e, items: value.filter((_, k) => k !== i) } as Expression;
        for (const x of smallerExpression(item)) yield { ...e, [key]: value.map((y, k) => (k === i ? x : y)) } as Expression;
      }
    }
  }
}
