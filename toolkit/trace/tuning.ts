/** Every parameter of the trace compiler, with its meaning. */
export const TUNING = {
  /** Executions of a loop header or function entry before it is recorded (`--jit=threshold=N`). */
  threshold: 400,
  /** Times an exit is taken before its continuation is recorded. */
  exitThreshold: 60,
  /** Recordings of one anchor that may fail before it is left to the interpreter. */
  attempts: 4,
  /** Recordings of a loop that may leave it instead of going round, before such a one is taken as the trunk. */
  closingAttempts: 3,
  /** Edges of one region. */
  maxBridges: 200,
  /** A region is rebuilt when so many exits became hot … */
  rebuildEdges: 2,
  /** … and as many as this share of the edges it has; before that, when the pending ones have been taken so often that they cost as much. */
  rebuildShare: 1,
  /** How many exits to the interpreter cost as much as building a bytecode: a large region waits longer for a batch. */
  exitsPerBytecode: 100,
  /** Times a recorded exit is taken at least while it waits for others. */
  rebuildWait: 400,
  /** Headers of enclosing loops that the continuation of an exit may pass on its way back to its own. */
  passedLoops: 3,
  /** Edges off the peeled iteration at which a loop is built without peeling: it branches too much for that to pay. */
  peeledEdges: 4,
  /** The same for a loop that is entered again and again through its peeled iteration. */
  nestedPeeledEdges: 12,
  /** Bytes of wasm emitted for one region, rebuilds included, before it stays as it is. */
  regionBytes: 1 << 20,
  /** Bytes of wasm emitted by the process. */
  totalBytes: 32 << 20,
} as const;
