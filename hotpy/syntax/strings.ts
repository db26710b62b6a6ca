/**
 * Parses string literals and their implicit concatenation, f-strings and t-strings with their replacement fields.
 *
 * Input: the tokens of one or more adjacent literals; output: a `Constant`, `JoinedStr` or `TemplateStr`.
 * Invariant: in the values of the result neighbouring texts are joined into one `Constant` and empty ones are left out.
 * Follows docs.python.org/3.14/reference/lexical_analysis.html, sections 2.5.3 and 2.5.4.
 */

import type * as A from "./ast.ts";
import { Cursor } from "./cursor.ts";
import { decodeBytes, decodeString, type EscapeWarning, invalidEscape, LiteralError } from "./literals.ts";
import * as T from "./tokens.ts";

/** A piece of text in a concatenation. */
function text(value: string, start: number, end: number, u_prefix: boolean): A.Constant {
  return { kind: "Constant", value: { type: "str", value }, u_prefix, start, end };
}

export abstract class StringParser extends Cursor {
  /** `yield_expr | star_expressions`: what a replacement field may hold. */
  abstract fieldExpression(): A.Expr;

  /** One or more adjacent literals. */
  strings(): A.Constant | A.JoinedStr | A.TemplateStr {
    const first = this.pos;
    const kind = this.kinds[first];
    const next = this.kinds[first + 1];
    if (kind === T.STRING && next !== T.STRING && next !== T.FSTRING_START && next !== T.TSTRING_START) {
      return this.#plain();
    }
    const start = this.start();
    const parts: A.Expr[] = [];
    const bytes: Uint8Array[] = [];
    let plain = 0;
    let interpolated = 0;
    let templates = 0;
    let uPrefix = false;
    for (;;) {
      const kind = this.kinds[this.pos];
      if (kind === T.STRING) {
        const node = this.#plain();
        if (node.value.type === "bytes") {
          bytes.push(node.value.value);
        } else {
          if (plain === 0 && this.pos === first + 1) uPrefix = node.u_prefix;
          plain++;
          parts.push(node);
        }
      } else if (kind === T.FSTRING_START) {
        interpolated++;
        this.#interpolated(parts);
      } else if (kind === T.TSTRING_START) {
        templates++;
        this.#interpolated(parts);
      } else {
        break;
      }
    }
    const end = this.end();
    if (templates > 0 && (plain > 0 || interpolated > 0 || bytes.length > 0)) {
      this.failAt("cannot mix t-string literals with string or bytes literals", start, end);
    }
    if (bytes.length > 0) {
      if (plain > 0 || interpolated > 0) this.failAtToken("cannot mix bytes and nonbytes literals", this.pos);
      return { kind: "Constant", value: { type: "bytes", value: joinBytes(bytes) }, u_prefix: false, start, end };
    }
    if (interpolated + templates === 0) {
      const values = parts.map((part) => ((part as A.Constant).value as { value: string }).value);
      return text(values.join(""), start, end, uPrefix);
    }
    return { kind: templates > 0 ? "TemplateStr" : "JoinedStr", values: joinTexts(parts), start, end };
  }

  /** One literal without replacement fields. */
  #plain(): A.Constant {
    const index = this.pos++;
    const start = this.starts[index];
    const end = this.ends[index];
    const source = this.text;
    let quoteAt = start;
    let raw = false;
    let isBytes = false;
    let u_prefix = false;
    for (;;) {
      const c = source.charCodeAt(quoteAt);
      if (c === 34 || c === 39) break;
      const letter = c | 32;
      if (letter === 114) raw = true;
      else if (letter === 98) isBytes = true;
      else if (c === 117) u_prefix = true;
      quoteAt++;
    }
    const quote = source.charCodeAt(quoteAt);
    const triple = end - quoteAt >= 6 && source.charCodeAt(quoteAt + 1) === quote && source.charCodeAt(quoteAt + 2) === quote;
    const width = triple ? 3 : 1;
    const content = source.slice(quoteAt + width, end - width);
    if (isBytes) {
      for (let i = 0; i < content.length; i++) {
        if (content.charCodeAt(i) >= 128) this.failAtToken("bytes can only contain ASCII literal characters", index);
      }
      const value = this.#decode(quoteAt + width, index, (warnings) => decodeBytes(content, raw, warnings));
      return { kind: "Constant", value: { type: "bytes", value }, u_prefix: false, start, end };
    }
    let value = content;
    if (!raw && content.indexOf("\\") >= 0) {
      value = this.#decode(quoteAt + width, index, (warnings) => decodeString(content, this.characterNames, warnings));
    }
    return { kind: "Constant", value: { type: "str", value }, u_prefix, start, end };
  }

  /** Runs a decoder; its error is one of the token at `index`, its warnings are at their lines. */
  #decode<R>(contentStart: number, index: number, decode: (warnings: EscapeWarning[]) => R): R {
    const warnings: EscapeWarning[] = [];
    let value: R;
    try {
      value = decode(warnings);
    } catch (e) {
      if (!(e instanceof LiteralError)) throw e;
      this.failAtToken(e.message, index);
    }
    for (const { message, index } of warnings) {
      const offset = contentStart + index;
      this.warnings.push({ message, line: this.source.lineOf(offset), offset });
    }
    return value;
  }

  /** One f-string or t-string; adds its values to `parts`. */
  #interpolated(parts: A.Expr[]): void {
    const opening = this.pos++;
    const prefix = this.textOf(opening).toLowerCase();
    const template = this.kinds[opening] === T.TSTRING_START;
    const raw = prefix.includes("r");
    for (;;) {
      if (this.at(T.FSTRING_MIDDLE)) {
        parts.push(this.#middle(raw, false));
      } else if (this.at(T.LBRACE)) {
        this.#field(parts, template, raw);
      } else {
        break;
      }
    }
    this.expect(T.FSTRING_END);
  }

  #middle(raw: boolean, inSpec: boolean): A.Constant {
    const index = this.pos++;
    const start = this.starts[index];
    const end = this.ends[index];
    let content = this.text.slice(start, end);
    if (!inSpec) content = content.replaceAll("{{", "{").replaceAll("}}", "}");
    if (!raw && content.indexOf("\\") >= 0) {
      const literal = content;
      content = this.#decode(start, this.#stringEnd(), (warnings) => {
        const decoded = decodeString(literal, this.characterNames, warnings);
        // A backslash right before a field escapes nothing.
        if (warnings.length === 0 && this.at(T.LBRACE) && /(?<!\\)(\\\\)*\\$/.test(literal)) {
          warnings.push({ message: invalidEscape("{", false), index: literal.length - 1 });
        }
        return decoded;
      });
    }
    return text(content, start, end, false);
  }

  /** The `FSTRING_END` of the string the cursor is in: CPython reports bad escapes there. */
  #stringEnd(): number {
    let depth = 1;
    for (let i = this.pos;; i++) {
      const kind = this.kinds[i];
      if (kind === T.FSTRING_START || kind === T.TSTRING_START) depth++;
      else if (kind === T.FSTRING_END && --depth === 0) return i;
      else if (kind === T.ERROR || kind === T.ENDMARKER) return this.pos - 1;
    }
  }

  /** A replacement field; with `=` its source text is added before it. */
  #field(parts: A.Expr[], template: boolean, raw: boolean): void {
    const opening = this.pos;
    const start = this.start();
    const letter = this.diagnosing ? this.#letter() : "";
    this.expect(T.LBRACE);
    if (this.diagnosing) this.#diagnoseEmpty(letter);
    const first = this.pos;
    const expressionStart = this.ends[opening];
    const value = this.diagnosing ? this.#diagnoseExpression(letter) : this.fieldExpression();
    const last = this.pos;
    let debugText: string | null = null;
    if (this.accept(T.EQUAL)) {
      debugText = this.#sourceText(expressionStart, first, this.pos);
      if (this.diagnosing && !this.at(T.EXCLAMATION) && !this.at(T.COLON) && !this.at(T.RBRACE)) {
        this.failAtToken(`${letter}-string: expecting '!', or ':', or '}'`, this.pos);
      }
    } else if (this.diagnosing && !this.at(T.EXCLAMATION) && !this.at(T.COLON) && !this.at(T.RBRACE)) {
      this.failAtToken(`${letter}-string: expecting '=', or '!', or ':', or '}'`, this.pos);
    }
    const debugEnd = this.start();
    let conversion = -1;
    if (this.at(T.EXCLAMATION)) conversion = this.#conversion();
    let format_spec: A.JoinedStr | null = null;
    if (this.at(T.COLON)) {
      format_spec = this.#formatSpec(raw);
      if (this.diagnosing && !this.at(T.RBRACE)) {
        this.failAtToken(`${letter}-string: expecting '}', or format specs`, this.pos);
      }
    } else if (this.diagnosing && !this.at(T.RBRACE)) {
      this.failAtToken(`${letter}-string: expecting ':' or '}'`, this.pos);
    }
    this.expect(T.RBRACE);
    const end = this.end();
    if (debugText !== null) {
      parts.push(text(debugText, expressionStart, debugEnd, false));
      // `{x=}` shows the repr unless told otherwise.
      if (conversion < 0 && format_spec === null) conversion = 114;
    }
    if (template) {
      const str = this.#sourceText(expressionStart, first, last).trimEnd();
      parts.push({ kind: "Interpolation", value, str, conversion, format_spec, start, end });
    } else {
      parts.push({ kind: "FormattedValue", value, conversion, format_spec, start, end });
    }
  }

  /** Whether the innermost string around the cursor is an `f` or a `t` string, for messages. */
  #letter(): string {
    let depth = 0;
    for (let i = this.pos; i >= 0; i--) {
      const kind = this.kinds[i];
      if (kind === T.FSTRING_END) depth++;
      else if (kind === T.FSTRING_START || kind === T.TSTRING_START) {
        if (depth-- === 0) return kind === T.TSTRING_START ? "t" : "f";
      }
    }
    return "f";
  }

  #diagnoseEmpty(letter: string): void {
    const kind = this.kinds[this.pos];
    if (kind === T.EQUAL || kind === T.EXCLAMATION || kind === T.COLON || kind === T.RBRACE) {
      this.failAtToken(`${letter}-string: valid expression required before '${this.textOf(this.pos)}'`, this.pos);
    }
  }

  #diagnoseExpression(letter: string): A.Expr {
    const value = this.attempt(() => this.fieldExpression());
    if (value === null) this.failAtToken(`${letter}-string: expecting a valid expression after '{'`, this.pos);
    return value;
  }

  #conversion(): number {
    const mark = this.pos++;
    if (!this.at(T.NAME)) {
      if (this.diagnosing) {
        const letter = this.#letter();
        const missing = this.at(T.COLON) || this.at(T.RBRACE);
        this.failAtToken(`${letter}-string: ${missing ? "missing" : "invalid"} conversion character`, this.pos);
      }
      this.mismatch();
    }
    const index = this.pos++;
    if (this.starts[index] !== this.ends[mark]) {
      const message = `${this.#letter()}-string: conversion type must come right after the exclamation mark`;
      this.failAt(message, this.starts[mark], this.ends[index]);
    }
    const name = this.textOf(index);
    if (name !== "s" && name !== "r" && name !== "a") {
      this.failAtToken(`${this.#letter()}-string: invalid conversion character '${name}': expected 's', 'r', or 'a'`, index);
    }
    return name.charCodeAt(0);
  }

  #formatSpec(raw: boolean): A.JoinedStr {
    const start = this.start();
    this.expect(T.COLON);
    const parts: A.Expr[] = [];
    for (;;) {
      if (this.at(T.FSTRING_MIDDLE)) parts.push(this.#middle(raw, true));
      else if (this.at(T.LBRACE)) this.#field(parts, false, raw);
      else break;
    }
    return { kind: "JoinedStr", values: joinTexts(parts), start, end: this.end() };
  }

  /** The source from an offset to the token `until`, without the comments between the tokens from `first` on. */
  #sourceText(from: number, first: number, until: number): string {
    const end = this.starts[until];
    const whole = this.text.slice(from, end);
    if (whole.indexOf("#") < 0) return whole;
    const parts: string[] = [];
    let done = from;
    for (let i = first; i <= until; i++) {
      parts.push(this.text.slice(done, this.starts[i]).replace(/#[^\n]*/g, ""));
      if (i < until) parts.push(this.textOf(i));
      done = this.ends[i];
    }
    return parts.join("");
  }
}

/** Joins neighbouring texts and drops empty ones. */
function joinTexts(parts: A.Expr[]): A.Expr[] {
  const joined: A.Expr[] = [];
  for (let i = 0; i < parts.length;) {
    const first = parts[i];
    if (first.kind !== "Constant") {
      joined.push(first);
      i++;
      continue;
    }
    let value = "";
    let end = first.end;
    for (; i < parts.length; i++) {
      const part = parts[i];
      if (part.kind !== "Constant" || part.value.type !== "str") break;
      value += part.value.value;
      end = part.end;
    }
    if (value !== "") joined.push(text(value, first.start, end, first.u_prefix));
  }
  return joined;
}

function joinBytes(parts: Uint8Array[]): Uint8Array {
  let size = 0;
  for (const part of parts) size += part.length;
  const joined = new Uint8Array(size);
  size = 0;
  for (const part of parts) {
    joined.set(part, size);
    size += part.length;
  }
  return joined;
}
