import { deepStrictEqual as assertEquals, throws } from "node:assert";
import { HandleTable } from "../../../toolkit/host/handles.ts";
import { Exchange, Views } from "../../../toolkit/host/views.ts";
import { MachineError } from "../../../toolkit/machine/errors.ts";
import { EXCHANGE, EXCHANGE_BYTES } from "../../../toolkit/machine/memory_map.ts";

const PAGES = 256;

Deno.test("Exchange carries text of every length and script", () => {
  const exchange = new Exchange(new Views(new WebAssembly.Memory({ initial: PAGES })));
  for (const text of ["", "plain", "né €", "😀".repeat(20), "a".repeat(5000), "\0\ufeffmark"]) {
    const { address, sizeBytes } = exchange.putText(text);
    assertEquals(exchange.text(address, sizeBytes), text);
  }
});

Deno.test("Exchange uses raw memory for what is larger than its area, and gives it back", () => {
  const views = new Views(new WebAssembly.Memory({ initial: PAGES }));
  const released: number[] = [];
  const exchange = new Exchange(views, { allocate: () => 12 << 20, release: (address) => released.push(address) });
  const large = "x".repeat(EXCHANGE_BYTES + 1);
  const placed = exchange.putText(large);
  assertEquals(placed.address, 12 << 20);
  assertEquals(exchange.text(placed.address, placed.sizeBytes), large);
  exchange.release(placed);
  exchange.release({ address: EXCHANGE, sizeBytes: 5 });
  assertEquals(released, [12 << 20]);
});

Deno.test("Exchange says so when there is no room", () => {
  const exchange = new Exchange(new Views(new WebAssembly.Memory({ initial: PAGES })));
  throws(() => exchange.put(new Uint8Array(EXCHANGE_BYTES + 1)), MachineError);
});

Deno.test("Views follow memory that grew", () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const views = new Views(memory);
  views.setI32(100, -7);
  memory.grow(1);
  assertEquals(views.i32(100), -7);
  assertEquals(views.sizeBytes, 2 * 65536);
});

Deno.test("HandleTable never gives 0 and reuses released numbers", () => {
  const table = new HandleTable<string>();
  const [a, b] = [table.add("a"), table.add("b")];
  assertEquals([table.get(a), table.get(b), table.get(0), table.size], ["a", "b", undefined, 2]);
  assertEquals([table.release(a), table.release(a), table.release(0), table.release(99)], [true, false, false, false]);
  assertEquals(table.add("c"), a);
  assertEquals(table.get(a), "c");
});
