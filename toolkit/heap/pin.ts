/**
 * Pinning: makes sure that an object stays where it is, so that its address may be handed to the host.
 *
 * Old objects never move (there is no evacuation), so pinning a young object is making it old. The caller keeps the object
 * alive. The header bit is for the day when old objects move.
 */

import { type Layout, loadI32, ltU, refAddress, residual, storeI32 } from "../define/mod.ts";
import { CONTROL } from "../machine/memory_map.ts";
import { collectMinor } from "./allocate.ts";
import { PINNED } from "./layout_table.ts";

/** The object, from now on at a fixed address. May collect. */
export const pin = residual(function (object: Layout): Layout {
  const nursery = loadI32(CONTROL.nurseryStart);
  if (ltU(refAddress(object) - nursery, loadI32(CONTROL.nurseryEnd) - nursery)) collectMinor();
  const address = refAddress(object);
  storeI32(address, loadI32(address) | PINNED);
  return object;
});

export const unpin = residual(function (object: Layout): void {
  const address = refAddress(object);
  storeI32(address, loadI32(address) & ~PINNED);
});
