/**
 * Where everything lies in the one linear memory that all VMs of a process share: fixed addresses, in bytes.
 *
 * Read by the front end (static data, globals), the back ends (control block), the collector's definitions (as constants)
 * and the host.
 */

/** Words of the control block that generated code and the host share. Each is an i32 unless said otherwise. */
export const CONTROL = {
  /** Bump pointer and limit of the nursery. The limit leaves `NURSERY_SLACK_BYTES` that compiled regions may use unchecked. */
  nurseryNext: 1024,
  nurseryLimit: 1028,
  /** Frame pointer, operand stack pointer and instruction pointer when the interpreter is not running or has called out. */
  fp: 1032,
  sp: 1036,
  pc: 1040,
  /** Top of the shadow stack (roots of functions outside handlers). */
  shadowSp: 1044,
  /** Non-zero: something wants attention at the next poll. */
  poll: 1048,
  /** Back-edges and calls left until the interpreter returns to its driver. */
  fuel: 1052,
  /** Nested interpreter entries, and the limit. */
  nesting: 1056,
  nestingLimit: 1060,
  /** Write position in the recording log, and its end. */
  logNext: 1064,
  logEnd: 1068,
  /** Recording: frame and instruction of the anchor. */
  anchorPc: 1072,
  anchorFp: 1076,
  /** Number of frames above the anchor while recording. */
  recordDepth: 1080,
  /** Id of the side exit taken, or of the hot counter that asked for a recording. */
  exitId: 1084,
  /** Start and end of the nursery. */
  nurseryStart: 1088,
  nurseryEnd: 1092,
  /** Frames must not pass it. Some KiB below the end of the VM stack: handlers save temporaries above their operands. */
  stackLimit: 1096,
  /** Counter threshold for recording; 0 turns the JIT off. */
  jitThreshold: 1100,
  /** Remembered set: next free entry and end. */
  rememberedNext: 1104,
  rememberedEnd: 1108,
  /** Non-zero: collect at every n-th allocation, and its countdown. */
  gcStress: 1112,
  gcCountdown: 1116,
  /** Guest frames on the stack, and the limit (recursion). */
  frameDepth: 1120,
  frameLimit: 1124,
  /** Pending error (value, 8 bytes). */
  pendingError: 1128,
  /** Result of the last entry frame (value, 8 bytes). */
  result: 1136,
  /** Bytes allocated outside the nursery since the last full collection (i64, 8 bytes). */
  allocatedBytes: 1144,
  /** Free for the host's steps limit: remaining fuel quanta (i64). */
  steps: 1152,
  /** Memory limit in bytes (i64). */
  memoryLimit: 1160,
  /** Recording: loop headers other than the region's own that may still be passed. */
  recordPasses: 1168,
  /** Recording the continuation of an exit: the loop header that the region is anchored at. */
  ownHeader: 1172,
  /** Number of the interpreter run that is going on (0: none), and of the last one begun: a run is known by it. */
  run: 1176,
  lastRun: 1180,
  /** Start of the collector's private words (to 8192). */
  collector: 2048,
} as const;

/** Layout descriptors: 32 bytes each, indexed by layout id (see `heap/layout_table.ts`). */
export const LAYOUT_TABLE = 0x4000; // 16 KiB
export const LAYOUT_DESCRIPTOR_BYTES = 32;
export const MAX_LAYOUTS = 2048; // ends at 0x14000
/** Stub instructions of the continuations: opcode u16, index u16 each; per unit. */
export const CONTINUATION_STUBS = 0x14000;
/** Root cells (VM globals, literals) are registered as ranges in this table: start, end (i32 each), ended by 0. */
export const ROOT_RANGES = 0x1f000;
/** Static data and globals: each unit has its base (see `units.ts`). */
export const STATIC_START = 0x20000; // 128 KiB
export const STATIC_END = 0x400000; // 4 MiB
export const LOG_START = 0x400000;
export const LOG_BYTES = 0x100000;
/** Saved values of side exits, raw words too: the deoptimiser reads them before anything can move, so it is not scanned. */
export const RESUME_BUFFER = 0x500000;
export const RESUME_BUFFER_BYTES = 0x10000;
export const SHADOW_START = 0x510000;
export const SHADOW_BYTES = 0x1f0000;
/** Host exchange buffer: UTF-8 in and out. */
export const EXCHANGE = 0x700000;
export const EXCHANGE_BYTES = 0x100000;
export const STACK_START = 0x800000; // 8 MiB
export const STACK_BYTES = 0x4000000; // 64 MiB
/** Frames of one code object on the recorded stack at which a further call of it ends the recording. */
export const RECORDED_RECURSION = 3;
/** Stack that a language grants for each frame of its recursion limit. */
export const FRAME_ALLOWANCE_BYTES = 1024;
/** Stack kept for raising the error of a full one. */
export const STACK_RESERVE_BYTES = 65536;
/** Bit of `CONTROL.poll`: the stack is full, its frames are to be frozen. */
export const POLL_STACK = 8;
/** End of the stack for languages with deep recursion, whose `stackLimit` is where frames get frozen. */
export const STACK_END = STACK_START + STACK_BYTES - STACK_RESERVE_BYTES;
/** Stack that they fill with frames before these are frozen; the rest is for a frame that is large. */
export const DEEP_STACK_BYTES = 0x800000; // 8 MiB
/** First byte the heap's page manager hands out. */
export const HEAP_START = STACK_START + STACK_BYTES;

/** What compiled regions may allocate between two checks of the nursery limit. */
export const NURSERY_SLACK_BYTES = 16384;

/** Object header: layout id (u16), collector and hash bits (u16), length (i32). */
export const HEADER = { layout: 0, bits: 2, length: 4, sizeBytes: 8 } as const;

/** Frame header, offsets from the frame pointer; locals follow, then operands. */
export const FRAME = {
  previous: 0, // i32 caller's frame; in an entry frame (returnPc 0) the one that was running below it, or 0
  returnPc: 4, // i32
  returnSp: 8, // i32 the caller's operand stack top after the call's operands are dropped
  returnSlot: 12, // i32 table slot of the compiled return point; 0: the interpreter
  code: 16, // ref
  pc: 20, // i32 this frame's instruction while it has called out
  func: 24, // value
  extra: 32, // value
  sizeBytes: 40,
} as const;

/** Value words. */
export const TAG = {
  int: 0xffff000000000000n,
  /** Added to the bits of a double. */
  doubleOffset: 0x1000000000000n,
  /** Low bits of a non-reference word below `doubleOffset`: special number * 8 + 2, code point * 8 + 4. */
  special: 2n,
  char: 4n,
} as const;
