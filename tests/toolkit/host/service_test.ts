import { deepStrictEqual as assertEquals, throws } from "node:assert";
import { DEFAULT_THRESHOLD } from "../../../toolkit/host/instance.ts";
import { TUNING } from "../../../toolkit/trace/tuning.ts";
import { InterruptFlag, Limits, Service, STATUS } from "../../../toolkit/host/service.ts";
import { Views } from "../../../toolkit/host/views.ts";
import { MachineError } from "../../../toolkit/machine/errors.ts";
import { CONTROL } from "../../../toolkit/machine/memory_map.ts";

const INTERRUPTED = 101, LIMITED = 102;

function machine(): { service: Service; views: Views; raised: string[] } {
  const views = new Views(new WebAssembly.Memory({ initial: 1 }));
  const service = new Service(views, new InterruptFlag(), new Limits());
  const raised: string[] = [];
  service.raiser = (cause) => {
    raised.push(cause.kind === "limit" ? cause.limit : cause.kind);
    return cause.kind === "limit" ? LIMITED : INTERRUPTED;
  };
  return { service, views, raised };
}

/** Uses up the fuel, as generated code does, and polls. */
function poll(service: Service, views: Views): number {
  views.setI32(CONTROL.fuel, -1);
  return service.call(STATUS.poll);
}

Deno.test("Service grants longer quanta while a program goes on", () => {
  const { service, views } = machine();
  service.begin();
  const first = views.i32(CONTROL.fuel);
  assertEquals(poll(service, views), 0);
  const second = views.i32(CONTROL.fuel);
  assertEquals(second > first, true);
  for (let i = 0; i < 10; i++) poll(service, views);
  assertEquals(views.i32(CONTROL.fuel) <= 65536, true);
});

Deno.test("Service grants shorter quanta where iterations are long", () => {
  const { service, views } = machine();
  service.begin();
  for (let i = 0; i < 10; i++) poll(service, views);
  const long = views.i32(CONTROL.fuel);
  const end = performance.now() + 6;
  while (performance.now() < end);
  poll(service, views);
  assertEquals(views.i32(CONTROL.fuel) < long, true);
});

Deno.test("Service raises an interrupt once and clears the poll word", () => {
  const { service, views, raised } = machine();
  service.begin();
  service.flag.request();
  views.setI32(CONTROL.poll, 1);
  assertEquals(poll(service, views), INTERRUPTED);
  assertEquals(views.i32(CONTROL.poll), 0);
  assertEquals(poll(service, views), 0);
  assertEquals(raised, ["interrupt"]);
});

Deno.test("Service raises at the next poll what raiseSoon says, once", () => {
  const { service, views, raised } = machine();
  service.begin();
  service.raiseSoon({ kind: "limit", limit: "output" });
  service.raiseSoon({ kind: "system", errno: 32 });
  assertEquals(views.i32(CONTROL.poll), 1);
  assertEquals([poll(service, views), poll(service, views)], [LIMITED, 0]);
  assertEquals(raised, ["output"]);
});

Deno.test("Service takes an interrupt from a byte buffer of the embedder", () => {
  const { service, views } = machine();
  const buffer = new Uint8Array(new SharedArrayBuffer(1));
  service.flag = new InterruptFlag(buffer);
  buffer[0] = 2;
  assertEquals(poll(service, views), INTERRUPTED);
  assertEquals(buffer[0], 0);
});

Deno.test("Service raises the step limit after that many steps, and again after a grace", () => {
  const { service, views, raised } = machine();
  service.limits.configure({ steps: 5000 }, views);
  service.begin();
  let steps = 0;
  while (raised.length === 0) {
    steps += views.i32(CONTROL.fuel);
    poll(service, views);
  }
  assertEquals(steps, 5000);
  steps = 0;
  while (raised.length === 1) {
    steps += views.i32(CONTROL.fuel);
    poll(service, views);
  }
  assertEquals(steps, 500);
  assertEquals(raised, ["steps", "steps"]);
});

Deno.test("Service raises a limit at every poll when it was raised often, and lets every loop header poll", () => {
  const { service, views, raised } = machine();
  service.limits.configure({ steps: 1000 }, views);
  service.begin();
  for (let polls = 0; raised.length < 4 && polls < 100; polls++) poll(service, views);
  for (let i = 0; i < 3; i++) {
    assertEquals(views.i32(CONTROL.fuel), 0);
    assertEquals(poll(service, views), LIMITED);
  }
});

Deno.test("Service raises the time limit", () => {
  const { service, views, raised } = machine();
  service.limits.configure({ timeoutMs: 5 }, views);
  service.begin();
  assertEquals(poll(service, views), 0);
  const end = performance.now() + 10;
  while (performance.now() < end);
  assertEquals(poll(service, views), LIMITED);
  assertEquals(raised, ["time"]);
});

Deno.test("Service hands heat and recordings to the JIT's driver, and goes on in the interpreter without one", () => {
  const { service, views } = machine();
  views.setI32(CONTROL.exitId, 77);
  assertEquals(service.call(STATUS.hot), 0);
  const calls: [string, number][] = [];
  service.jit = {
    onHot: (site) => (calls.push(["hot", site]), 5),
    onRecorded: (reason) => (calls.push(["recorded", reason]), 6),
  };
  assertEquals([service.call(STATUS.hot), service.call(STATUS.recorded)], [5, 6]);
  assertEquals(calls, [["hot", 77], ["recorded", 77]]);
});

Deno.test("Service refuses a status that is none", () => {
  const { service } = machine();
  throws(() => service.call(9), MachineError);
});

Deno.test("Limits count output", () => {
  const { service, views } = machine();
  service.limits.configure({ outputBytes: 10 }, views);
  assertEquals([service.limits.output(6), service.limits.output(4), service.limits.output(1)], [true, true, false]);
  assertEquals([service.limits.output(1), service.limits.output(1)], [true, false]);
  service.limits.configure({}, views);
  assertEquals(service.limits.output(1e9), true);
});

Deno.test("DEFAULT_THRESHOLD is the trace compiler's", () => {
  assertEquals(DEFAULT_THRESHOLD, TUNING.threshold);
});
