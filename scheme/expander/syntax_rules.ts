/**
 * `syntax-rules` (R7RS 4.3.2): patterns matched against uses, templates turned into expansions.
 *
 * Input: a `(syntax-rules …)` form and the environment of its definition; output: a `Macro`. Both halves are compiled to small trees when a macro is
 * defined, so mistakes show there. Invariant: every symbol a template inserts becomes an alias, fresh per expansion.
 */

import { Char, type Datum, type Identifier, isIdentifier, listItems, NIL, Pair, Str } from "../reader/datum.ts";
import type { Form } from "./core.ts";
import { Alias, type Environment, isKeyword, isSame, type Macro } from "./environment.ts";
import { fail, identifierOf, itemsOf, malformed, operands } from "./syntax.ts";

const SHAPE = "(syntax-rules [ELLIPSIS] (LITERAL …) (PATTERN TEMPLATE) …)";

type Pattern =
  | { kind: "any" }
  | { kind: "variable"; name: Identifier }
  | { kind: "literal"; name: Identifier }
  | { kind: "datum"; value: Datum }
  | { kind: "vector"; items: ListPattern }
  | ListPattern;

/** `before… repeated ... after… . tail` */
interface ListPattern {
  kind: "list";
  before: Pattern[];
  repeated: Pattern | null;
  /** Variables in `repeated`. */
  variables: Identifier[];
  after: Pattern[];
  /** Null: `()`. */
  tail: Pattern | null;
}

type Template =
  | { kind: "variable"; name: Identifier }
  | { kind: "insert"; name: Identifier }
  | { kind: "datum"; value: Datum }
  | { kind: "vector"; items: Template }
  | { kind: "list"; items: Element[]; tail: Template | null };

/** An item of a template; with `depth` ellipses behind it. */
interface Element {
  template: Template;
  depth: number;
  /** Pattern variables that the ellipses repeat. */
  variables: Identifier[];
}

/** What a pattern variable stands for; a sequence below an ellipsis. */
type Match = Datum | Sequence;
class Sequence {
  constructor(readonly items: Match[]) {}
}
type Matches = Map<Identifier, Match>;

interface Rule {
  pattern: Pattern;
  template: Template;
}

/** The macro a `(syntax-rules …)` form describes. @throws SchemeSyntaxError */
export function syntaxRules(form: Form, environment: Environment): Macro {
  let parts = operands(form, SHAPE, 1);
  let ellipsis: Identifier | null = null;
  if (isIdentifier(parts[0])) {
    ellipsis = parts[0];
    parts = parts.slice(1);
    if (parts.length === 0) malformed(form, SHAPE);
  }
  const literals = itemsOf(parts[0], form, SHAPE).map((x) => identifierOf(x, form, SHAPE));
  const compiler = new RuleCompiler(form, environment, ellipsis, literals);
  const rules = parts.slice(1).map((rule) => {
    const halves = listItems(rule);
    if (halves === null || halves.length !== 2) fail("A rule is (PATTERN TEMPLATE)", rule instanceof Pair ? rule : form, rule);
    return compiler.rule(halves[0], halves[1], rule as Pair);
  });
  return new RulesMacro(rules, environment, form);
}

// ── Definition ───────────────────────────────────────────────────────────────────────────────────────────────────────

class RuleCompiler {
  /** Pattern variables of the rule at hand, with the number of ellipses they are below. */
  #depths = new Map<Identifier, number>();
  #rule: Pair;

  constructor(
    readonly form: Form,
    readonly environment: Environment,
    readonly ellipsis: Identifier | null,
    readonly literals: readonly Identifier[],
  ) {
    this.#rule = form;
  }

  rule(pattern: Datum, template: Datum, rule: Pair): Rule {
    this.#depths = new Map();
    this.#rule = rule;
    if (!(pattern instanceof Pair)) fail("A pattern is a list that begins with the keyword", rule, pattern);
    // The keyword's place is not matched.
    const compiled = this.#pattern(pattern.cdr, 0);
    return { pattern: compiled, template: this.#template(template, false) };
  }

  #isEllipsis(x: Datum): boolean {
    if (!isIdentifier(x) || this.literals.includes(x)) return false;
    return this.ellipsis !== null ? x === this.ellipsis : isKeyword(x, this.environment, "...");
  }

  #pattern(x: Datum, depth: number): Pattern {
    if (isIdentifier(x)) {
      if (this.literals.includes(x)) return { kind: "literal", name: x };
      if (this.#isEllipsis(x)) fail("Nothing stands before ...", this.#rule, x);
      if (isKeyword(x, this.environment, "_")) return { kind: "any" };
      if (this.#depths.has(x)) fail(`The pattern variable "${x.name}" stands twice in a pattern`, this.#rule);
      this.#depths.set(x, depth);
      return { kind: "variable", name: x };
    }
    if (Array.isArray(x)) return { kind: "vector", items: this.#list(x, NIL, depth) };
    if (!(x instanceof Pair)) return x === NIL ? this.#list([], NIL, depth) : { kind: "datum", value: x };
    const items: Datum[] = [];
    let rest: Datum = x;
    for (; rest instanceof Pair; rest = rest.cdr) items.push(rest.car);
    return this.#list(items, rest, depth);
  }

  #list(items: readonly Datum[], tail: Datum, depth: number): ListPattern {
    const at = items.findIndex((x) => this.#isEllipsis(x));
    if (at === 0) fail("Nothing stands before ...", this.#rule);
    if (items.some((x, i) => i > at && at >= 0 && this.#isEllipsis(x))) fail("A list in a pattern has ... once at most", this.#rule);
    const before = (at < 0 ? items : items.slice(0, at - 1)).map((x) => this.#pattern(x, depth));
    const known = new Set(this.#depths.keys());
    const repeated = at < 0 ? null : this.#pattern(items[at - 1], depth + 1);
    const variables = [...this.#depths.keys()].filter((name) => !known.has(name));
    const after = at < 0 ? [] : items.slice(at + 1).map((x) => this.#pattern(x, depth));
    return {
      kind: "list",
      before,
      repeated,
      variables: at < 0 ? [] : variables,
      after,
      tail: tail === NIL ? null : this.#pattern(tail, depth),
    };
  }

  /** `escaped`: inside of `(... TEMPLATE)`, where ellipses are ordinary identifiers. */
  #template(x: Datum, escaped: boolean, depth = 0): Template {
    if (isIdentifier(x)) {
      const own = this.#depths.get(x);
      if (own === undefined) {
        if (!escaped && this.#isEllipsis(x)) fail("Nothing stands before ... in the template", this.#rule);
        return { kind: "insert", name: x };
      }
      if (own > depth) fail(`"${x.name}" must be followed by ${"... ".repeat(own)}in the template`, this.#rule);
      return { kind: "variable", name: x };
    }
    if (Array.isArray(x)) return { kind: "vector", items: this.#listTemplate(x, NIL, escaped, depth) };
    if (!(x instanceof Pair)) return { kind: "datum", value: x };
    if (!escaped && this.#isEllipsis(x.car) && x.cdr instanceof Pair && x.cdr.cdr === NIL) return this.#template(x.cdr.car, true, depth);
    const items: Datum[] = [];
    let rest: Datum = x;
    for (; rest instanceof Pair; rest = rest.cdr) items.push(rest.car);
    return this.#listTemplate(items, rest, escaped, depth);
  }

  #listTemplate(items: readonly Datum[], tail: Datum, escaped: boolean, depth: number): Template {
    const elements: Element[] = [];
    for (let i = 0; i < items.length;) {
      let end = i + 1;
      if (!escaped) { while (end < items.length && this.#isEllipsis(items[end])) end++; }
      const ellipses = end - i - 1;
      const template = this.#template(items[i], escaped, depth + ellipses);
      const variables = ellipses === 0 ? [] : this.#repeatable(template);
      if (ellipses > 0 && variables.length === 0) fail("No pattern variable says how often to repeat what stands before ...", this.#rule);
      elements.push({ template, depth: ellipses, variables });
      i = end;
    }
    return { kind: "list", items: elements, tail: tail === NIL ? null : this.#template(tail, escaped, depth) };
  }

  /** Pattern variables in a template that ellipses behind it repeat; `inner` ellipses are between them and it. */
  #repeatable(template: Template, inner = 0): Identifier[] {
    switch (template.kind) {
      case "variable":
        return this.#depths.get(template.name)! > inner ? [template.name] : [];
      case "vector":
        return this.#repeatable(template.items, inner);
      case "list":
        return [
          ...template.items.flatMap(({ template, depth }) => this.#repeatable(template, inner + depth)),
          ...(template.tail === null ? [] : this.#repeatable(template.tail, inner)),
        ];
      default:
        return [];
    }
  }
}

// ── Use ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

class RulesMacro implements Macro {
  readonly kind = "macro";

  constructor(readonly rules: readonly Rule[], readonly environment: Environment, readonly spec: Form) {}

  transform(form: Form, environment: Environment): Form | Identifier {
    for (const { pattern, template } of this.rules) {
      const matches: Matches = new Map();
      if (!this.#match(pattern, form.cdr, environment, matches)) continue;
      return new Instance(this.environment, matches, form).make(template) as Form | Identifier;
    }
    fail("No rule of the macro fits", form, form);
  }

  #match(pattern: Pattern, x: Datum, environment: Environment, matches: Matches): boolean {
    switch (pattern.kind) {
      case "any":
        return true;
      case "variable":
        matches.set(pattern.name, x);
        return true;
      case "literal":
        return isIdentifier(x) && isSame(x, environment, pattern.name, this.environment);
      case "datum":
        return isEqual(pattern.value, x);
      case "vector":
        return Array.isArray(x) && this.#matchItems(pattern.items, x, NIL, environment, matches);
      case "list": {
        if (pattern.before.length === 0 && pattern.repeated === null && pattern.tail === null) return x === NIL;
        const items: Datum[] = [];
        const most = pattern.repeated === null ? pattern.before.length : Infinity;
        while (x instanceof Pair && items.length < most) {
          items.push(x.car);
          x = x.cdr;
        }
        return this.#matchItems(pattern, items, x, environment, matches);
      }
    }
  }

  #matchItems(pattern: ListPattern, items: Datum[], tail: Datum, environment: Environment, matches: Matches): boolean {
    const { before, repeated, after } = pattern;
    const count = items.length - before.length - after.length;
    if (count < 0 || (repeated === null && count > 0)) return false;
    for (let i = 0; i < before.length; i++) if (!this.#match(before[i], items[i], environment, matches)) return false;
    if (repeated !== null) {
      const sequences = pattern.variables.map(() => [] as Match[]);
      for (let i = before.length; i < before.length + count; i++) {
        const inner: Matches = new Map();
        if (!this.#match(repeated, items[i], environment, inner)) return false;
        pattern.variables.forEach((name, k) => sequences[k].push(inner.get(name)!));
      }
      pattern.variables.forEach((name, k) => matches.set(name, new Sequence(sequences[k])));
    }
    for (let i = 0; i < after.length; i++) {
      if (!this.#match(after[i], items[before.length + count + i], environment, matches)) return false;
    }
    return pattern.tail === null ? tail === NIL : this.#match(pattern.tail, tail, environment, matches);
  }
}

/** One expansion. */
class Instance {
  readonly #aliases = new Map<Identifier, Alias>();

  constructor(readonly environment: Environment, readonly matches: Matches, readonly use: Form) {}

  make(template: Template, matches = this.matches): Datum {
    switch (template.kind) {
      case "variable":
        return matches.get(template.name) as Datum;
      case "insert": {
        let alias = this.#aliases.get(template.name);
        if (alias === undefined) this.#aliases.set(template.name, alias = new Alias(template.name, this.environment));
        return alias;
      }
      case "datum":
        return template.value;
      case "vector":
        return this.#items(template.items, matches);
      case "list": {
        const items = this.#items(template, matches);
        let result = template.tail === null ? NIL : this.make(template.tail, matches);
        for (let i = items.length - 1; i >= 0; i--) result = new Pair(items[i], result, this.use.source, this.use.at);
        return result;
      }
    }
  }

  #items(template: Template, matches: Matches): Datum[] {
    const items: Datum[] = [];
    for (const { template: item, depth, variables } of (template as Extract<Template, { kind: "list" }>).items) {
      if (depth === 0) items.push(this.make(item, matches));
      else this.#repeat(item, depth, variables, matches, items);
    }
    return items;
  }

  #repeat(item: Template, depth: number, variables: readonly Identifier[], matches: Matches, items: Datum[]): void {
    const sequences = variables.filter((name) => matches.get(name) instanceof Sequence);
    const lengths = sequences.map((name) => (matches.get(name) as Sequence).items.length);
    if (lengths.length === 0) fail("Too many ... in a template of the macro", this.use, this.use);
    if (lengths.some((length) => length !== lengths[0])) {
      fail("Sequences of different lengths meet in a template of the macro", this.use, this.use);
    }
    for (let i = 0; i < lengths[0]; i++) {
      const inner = new Map(matches);
      for (const name of sequences) inner.set(name, (matches.get(name) as Sequence).items[i]);
      if (depth > 1) this.#repeat(item, depth - 1, variables, inner, items);
      else items.push(this.make(item, inner));
    }
  }
}

/** Whether a datum is what a pattern asks for (`equal?`). */
function isEqual(a: Datum, b: Datum): boolean {
  if (a === b || Object.is(a, b)) return true;
  if (a instanceof Str) return b instanceof Str && a.value === b.value;
  if (a instanceof Char) return b instanceof Char && a.code === b.code;
  if (a instanceof Uint8Array) return b instanceof Uint8Array && a.length === b.length && a.every((byte, i) => byte === b[i]);
  if (typeof a === "object" && typeof b === "object" && a.constructor === b.constructor && !Array.isArray(a) && !(a instanceof Pair)) {
    return Object.keys(a).every((key) => isEqual((a as any)[key], (b as any)[key]));
  }
  return false;
}
