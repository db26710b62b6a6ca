/**
 * Functions of the host that `host_imports.ts` wraps; implemented in `host_functions.ts`.
 */

import { type f64, hostImport, type i32 } from "../../toolkit/define/mod.ts";

export const hostFlush: (stream: i32) => void = hostImport({});
export const hostTime: () => f64 = hostImport({});
export const hostMonotonic: () => f64 = hostImport({});
