/**
 * UTF-8 at the border: one encoder and one decoder for everybody, made when they are wanted.
 *
 * Most texts of a small program are short and ASCII; these need neither, because their first use takes a start half a millisecond.
 * Bytes that are no UTF-8 become U+FFFD, lone surrogates as well; a byte order mark is a character.
 */

let encoder: TextEncoder | null = null;
let decoder: TextDecoder | null = null;

/** Up to these sizes a loop over ASCII costs less than the first use of a coder. */
const SHORT_TEXT = 64, SHORT_BYTES = 1024;

/** The bytes of a text. */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  if (text.length <= SHORT_TEXT) {
    const bytes = new Uint8Array(text.length);
    if (putAscii(text, bytes, 0) === text.length) return bytes;
  }
  return (encoder ??= new TextEncoder()).encode(text);
}

/** Writes a text to the start of `bytes`, as many whole characters as fit. Returns the number of bytes written. */
export function encodeUtf8Into(text: string, bytes: Uint8Array): number {
  return (encoder ??= new TextEncoder()).encodeInto(text, bytes).written;
}

/** Writes characters to `bytes` up to the first that is not ASCII. Returns their number. */
export function putAscii(text: string, bytes: Uint8Array, at: number): number {
  let i = 0;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x80) break;
    bytes[at + i] = code;
  }
  return i;
}

/** The text of bytes. */
export function decodeUtf8(bytes: Uint8Array): string {
  return shortAscii(bytes) ?? (decoder ??= new TextDecoder("utf-8", { ignoreBOM: true })).decode(bytes);
}

/** The text of a file: without its byte order mark. */
export function decodeFile(bytes: Uint8Array): string {
  const text = decodeUtf8(bytes);
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

/** The text of a few bytes of ASCII; null if they are anything else. */
function shortAscii(bytes: Uint8Array): string | null {
  if (bytes.length > SHORT_BYTES) return null;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] >= 0x80) return null;
  }
  return String.fromCharCode.apply(null, bytes as unknown as number[]);
}
