/**
 * Ctrl-C while guest code runs: a synchronous VM gets no signal events, so a worker receives SIGINT and sets a word in shared memory.
 *
 * Output: `InterruptFlag`, a word that the service function looks at whenever it is called. Invariant: the worker is a `data:` URL,
 * has no permissions of its own, and is started only when a program has run for a while, because starting it costs 10 ms.
 */

/** What the word holds when an interrupt is wanted; Pyodide's `setInterruptBuffer` uses the signal's number as well. */
export const SIGINT = 2;

/** A shared word that asks for an interrupt. Anyone who holds the buffer may set it to `SIGINT`. */
export class InterruptFlag {
  #words: Int32Array | Uint8Array;

  constructor(words?: Int32Array | Uint8Array) {
    this.#words = words ?? new Int32Array(new SharedArrayBuffer(16));
  }

  get words(): Int32Array | Uint8Array {
    return this.#words;
  }

  request(): void {
    Atomics.store(this.#words, 0, SIGINT);
  }

  /** Whether an interrupt is wanted; takes it. */
  take(): boolean {
    if (Atomics.load(this.#words, 0) !== SIGINT) return false;
    return Atomics.compareExchange(this.#words, 0, SIGINT, 0) === SIGINT;
  }
}

const WORKER_SOURCE = `onmessage = ({ data }) => {
  Deno.addSignalListener("SIGINT", () => Atomics.store(data, 0, ${SIGINT}));
  Atomics.store(data, 1, 1);
};`;

/** The worker that turns SIGINT into the flag. Until `start`, SIGINT ends the process. */
export class SignalWorker {
  #worker: Worker | null = null;

  constructor(readonly flag: InterruptFlag) {}

  get started(): boolean {
    return this.#worker !== null;
  }

  /** Starts the worker; it listens about 10 ms later, also while this thread is busy in wasm. */
  start(): void {
    if (this.#worker !== null) return;
    this.#worker = new Worker("data:text/javascript," + encodeURIComponent(WORKER_SOURCE), { type: "module" });
    this.#worker.postMessage(this.flag.words);
  }

  stop(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }
}
