/**
 * Digits and case forms that the host computes for the built-in types.
 */

import { deepStrictEqual as assertEquals, strictEqual } from "node:assert";
import { fixedDigits, shortestDigits, significantDigits, unicodeCase, unicodeProperties } from "../../../toolkit/library/host_functions.ts";

Deno.test("shortestDigits() gives the fewest digits that read back", () => {
  assertEquals(shortestDigits(0.1), { digits: "1", point: 0 });
  assertEquals(shortestDigits(123.456), { digits: "123456", point: 3 });
  assertEquals(shortestDigits(5e-324), { digits: "5", point: -323 });
  assertEquals(shortestDigits(0), { digits: "0", point: 1 });
});

Deno.test("significantDigits() rounds ties of the exact value to even", () => {
  assertEquals(significantDigits(2.5, 1), { digits: "2", point: 1 });
  assertEquals(significantDigits(3.5, 1), { digits: "4", point: 1 });
  assertEquals(significantDigits(0.1, 20), { digits: "10000000000000000555", point: 0 });
});

Deno.test("significantDigits() moves the point when rounding carries", () => {
  assertEquals(significantDigits(9.99, 2), { digits: "10", point: 2 });
  assertEquals(significantDigits(999999.5, 6), { digits: "100000", point: 7 });
});

Deno.test("fixedDigits() gives all digits up to a place behind the point", () => {
  assertEquals(fixedDigits(1.005, 2), { digits: "100", point: 1 });
  assertEquals(fixedDigits(0.5, 0), { digits: "", point: 0 });
  assertEquals(fixedDigits(1.5, 0), { digits: "2", point: 1 });
  assertEquals(fixedDigits(1250, -2), { digits: "12", point: 4 });
  strictEqual(fixedDigits(1e300, 2).digits.length, 303);
});

Deno.test("unicodeCase() gives several code points where the full mapping does", () => {
  assertEquals(unicodeCase(0xdf, 1), [0x53, 0x53]);
  assertEquals(unicodeCase(0xdf, 2), [0x53, 0x73]);
  assertEquals(unicodeCase(0xdf, 3), [0x73, 0x73]);
  assertEquals(unicodeCase(0x1c6, 2), [0x1c5]);
});

Deno.test("unicodeProperties() carries the value of a decimal digit", () => {
  strictEqual(unicodeProperties(0x665) >> 16, 5);
  strictEqual(unicodeProperties(0x1d7d9) >> 16, 1);
  strictEqual(unicodeProperties(0x41) >> 16, 0);
});
