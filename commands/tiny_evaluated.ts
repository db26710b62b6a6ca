/**
 * `run tiny -e`: the definitions of the example language are compiled to trees now, and the evaluator runs them.
 *
 * Invariant: the built command line (`toolkit/bundle`) loads this module from its source, so nothing but the interface `Session` may cross
 * between the two: classes would not be the same.
 */

import { evaluatedTiny } from "../examples/tiny/evaluated.ts";
import type { Tiny } from "../examples/tiny/tiny.ts";
import type { Program, Session } from "../toolkit/host/language.ts";
import { failureOf, isIncomplete, withSource } from "./tiny_source.ts";

/** A session for `program`; null: a prompt. */
export function openEvaluated(program: Program | null): Session {
  return new EvaluatedSession(evaluatedTiny(), program);
}

class EvaluatedSession implements Session {
  constructor(readonly tiny: Tiny, readonly program: Program | null) {}

  runProgram(): Promise<number> {
    return withSource(this.program!, (source) => this.#run(source));
  }

  isIncomplete = isIncomplete;

  interact(text: string): Promise<number | null> {
    this.#run(text);
    return Promise.resolve(null);
  }

  #run(source: string): number {
    const message = failureOf(() => {
      const { output, error } = this.tiny.run(source);
      for (const line of output) console.log(line);
      return error;
    });
    if (message !== null) console.error(message);
    return message === null ? 0 : 1;
  }

  [Symbol.dispose](): void {}
}
