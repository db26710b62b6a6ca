/** The benchmarks of the project run: with sizes at which they measure nothing. */

import { deepStrictEqual as assertEquals } from "node:assert";

Deno.test("bench/gc/churn.ts", async () => {
  const script = new URL("../bench/gc/churn.ts", import.meta.url).pathname;
  const args = ["run", "-A", "--no-check", script, "256", "2", "20"];
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), { args }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  assertEquals({ code, stderr: text(stderr), says: /^minor: \d+, mean/m.test(text(stdout)) }, { code: 0, stderr: "", says: true });
});
