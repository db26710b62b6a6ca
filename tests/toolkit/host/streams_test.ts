import { deepStrictEqual as assertEquals, throws } from "node:assert";
import { BUFFER_BYTES, type Buffering, LineReader, lineSink, OutputStream } from "../../../toolkit/host/capabilities.ts";

const encode = (text: string) => new TextEncoder().encode(text);

function collecting(buffering: Buffering): { stream: OutputStream; writes: string[] } {
  const writes: string[] = [];
  return { stream: new OutputStream((bytes) => writes.push(new TextDecoder().decode(bytes)), buffering), writes };
}

Deno.test("OutputStream with full buffering writes large pieces only", () => {
  const { stream, writes } = collecting("full");
  for (let i = 0; i < 1000; i++) stream.write(encode("line\n"));
  assertEquals(writes, []);
  stream.flush();
  assertEquals(writes, ["line\n".repeat(1000)]);
  stream.flush();
  assertEquals(writes.length, 1);
});

Deno.test("OutputStream with full buffering keeps the order of small and very large writes", () => {
  const { stream, writes } = collecting("full");
  const large = "x".repeat(BUFFER_BYTES + 1);
  stream.write(encode("first "));
  stream.write(encode(large));
  stream.write(encode("last"));
  stream.flush();
  assertEquals(writes, ["first ", large, "last"]);
});

Deno.test("OutputStream with line buffering writes when a line is complete", () => {
  const { stream, writes } = collecting("line");
  stream.write(encode("a"));
  assertEquals(writes, []);
  stream.write(encode("b\nc"));
  assertEquals(writes, ["ab\nc"]);
});

Deno.test("OutputStream without buffering writes at once", () => {
  const { stream, writes } = collecting("none");
  stream.write(encode("a"));
  stream.write(encode("b"));
  assertEquals(writes, ["a", "b"]);
  assertEquals(stream.pending, false);
});

Deno.test("OutputStream drops what a failed write could not take", () => {
  const stream = new OutputStream(() => {
    throw new Deno.errors.BrokenPipe("closed");
  }, "full");
  stream.write(encode("lost"));
  throws(() => stream.flush(), Deno.errors.BrokenPipe);
  assertEquals(stream.pending, false);
});

Deno.test("lineSink hands over whole lines and keeps a character that was cut", () => {
  const lines: string[] = [];
  const { write: sink, end } = lineSink((line) => lines.push(line));
  const [first, second] = [encode("né\nx").subarray(0, 2), encode("né\nx").subarray(2)];
  sink(first);
  sink(second);
  sink(encode("\n\nrest"));
  assertEquals(lines, ["né", "x", ""]);
  end();
  end();
  assertEquals(lines, ["né", "x", "", "rest"]);
});

Deno.test("LineReader cuts a stream into lines wherever its pieces end", () => {
  const pieces = ["one\ntw", "o\n", "\nlast"].map((text) => new TextEncoder().encode(text));
  const reader = new LineReader((buffer) => {
    const piece = pieces.shift();
    if (piece === undefined) return null;
    buffer.set(piece);
    return piece.length;
  });
  const line = () => {
    const bytes = reader.readLine();
    return bytes === null ? null : new TextDecoder().decode(bytes);
  };
  assertEquals([line(), line(), line(), line(), line()], ["one\n", "two\n", "\n", "last", null]);
});
