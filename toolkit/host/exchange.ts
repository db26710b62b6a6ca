/**
 * Text and bytes between host and guest: UTF-8 in linear memory, in the exchange area or, when larger, in raw memory of the heap.
 *
 * Input: strings or bytes of the host; output: an address and a size that a core's entry takes. Invariant: what `put` wrote in
 * the exchange area is valid until the next `put`; what did not fit there is released by `release`.
 */

import { EXCHANGE, EXCHANGE_BYTES } from "../machine/memory_map.ts";
import type { Views } from "./views.ts";
import { MachineError } from "../machine/errors.ts";

/** Raw memory for what is larger than the exchange area. */
export interface RawMemory {
  /** Address of `sizeBytes` fresh bytes; 0 when refused. */
  allocate(sizeBytes: number): number;
  release(address: number, sizeBytes: number): void;
}

/** A range of linear memory that holds something for the guest. */
export interface Placed {
  address: number;
  sizeBytes: number;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
/** Up to this size a loop over ASCII bytes beats the decoder's call. */
const SHORT_BYTES = 24;

/** Moves text and bytes across the boundary. */
export class Exchange {
  constructor(readonly views: Views, readonly raw: RawMemory | null = null) {}

  /** The text of `sizeBytes` bytes of UTF-8 at `address`. */
  text(address: number, sizeBytes: number): string {
    const bytes = this.views.bytes;
    if (sizeBytes <= SHORT_BYTES) {
      let text = "";
      let i = address;
      for (const end = address + sizeBytes; i < end; i++) {
        const byte = bytes[i];
        if (byte >= 0x80) break;
        text += String.fromCharCode(byte);
      }
      if (i === address + sizeBytes) return text;
    }
    return decoder.decode(bytes.subarray(address, address + sizeBytes));
  }

  /** Writes text as UTF-8 at an offset of the exchange area, or into raw memory when it may not fit. */
  putText(text: string, offset = 0): Placed {
    if (text.length * 3 <= EXCHANGE_BYTES - offset) {
      const address = EXCHANGE + offset;
      const { written } = encoder.encodeInto(text, this.views.bytes.subarray(address, EXCHANGE + EXCHANGE_BYTES));
      return { address, sizeBytes: written };
    }
    return this.put(encoder.encode(text), offset);
  }

  /** Writes bytes at an offset of the exchange area, or into raw memory when they do not fit. */
  put(bytes: Uint8Array, offset = 0): Placed {
    let address = EXCHANGE + offset;
    if (bytes.length > EXCHANGE_BYTES - offset) {
      address = this.raw === null ? 0 : this.raw.allocate(bytes.length);
      if (address === 0) throw new MachineError("memory", `no room for ${bytes.length} bytes on their way to the guest`, "exchange.put");
    }
    this.views.bytes.set(bytes, address);
    return { address, sizeBytes: bytes.length };
  }

  /** Gives back raw memory that `put` or `putText` took; does nothing for the exchange area. */
  release(placed: Placed): void {
    if (placed.address >= EXCHANGE && placed.address < EXCHANGE + EXCHANGE_BYTES) return;
    this.raw?.release(placed.address, placed.sizeBytes);
  }
}
