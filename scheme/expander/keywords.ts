/**
 * All keywords of the language: bindings of the library `(core)`, exported by `(scheme base)` and others.
 */

import { list, Sym } from "../reader/datum.ts";
import {
  begin,
  caseLambda,
  condExpand,
  ifForm,
  include,
  lambdaForm,
  letForm,
  letrec,
  letStar,
  letSyntax,
  letValues,
} from "./basic_forms.ts";
import { misplaced, quote, setForm, syntaxError } from "./basic_forms.ts";
import { DEFINITIONS } from "./body.ts";
import { FEATURES } from "./inclusion.ts";
import { constant } from "./core.ts";
import { and, caseForm, cond, delay, doForm, guard, or, parameterize, quasiquote, when } from "./derived_forms.ts";
import { type FormExpander, Keyword } from "./environment.ts";

const EXPRESSIONS: Readonly<Record<string, FormExpander>> = {
  "and": and,
  "begin": begin,
  "case": caseForm,
  "case-lambda": caseLambda,
  "cond": cond,
  "cond-expand": condExpand,
  "delay": delay("%delay"),
  "delay-force": delay("%delay-force"),
  "do": doForm,
  "guard": guard,
  "if": ifForm,
  "include": include(false),
  "include-ci": include(true),
  "lambda": lambdaForm,
  "let": letForm,
  "let*": letStar,
  "let*-values": letValues(true),
  "let-syntax": letSyntax(false),
  "let-values": letValues(false),
  "letrec": letrec,
  "letrec*": letrec,
  "letrec-syntax": letSyntax(true),
  "or": or,
  "parameterize": parameterize,
  "quasiquote": quasiquote,
  "quote": quote,
  "set!": setForm,
  "syntax-error": syntaxError,
  "unless": when(true),
  "when": when(false),
  "%features": () => constant(list(FEATURES.map((name) => Sym.of(name)))),
};
/** Keywords that mean something only inside of other forms. */
const AUXILIARY = ["_", "...", "=>", "else", "unquote", "unquote-splicing", "syntax-rules"];

/** The keywords by name. */
export const KEYWORDS: ReadonlyMap<string, Keyword> = new Map([
  ...Object.entries(EXPRESSIONS).map(([name, expand]) => new Keyword(name, expand)),
  ...DEFINITIONS.map((name) => new Keyword(name, misplaced)),
  ...AUXILIARY.map((name) => new Keyword(name, null)),
].map((keyword) => [keyword.name, keyword]));
