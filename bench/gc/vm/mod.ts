/**
 * The mutator of the churn benchmark, as a unit of its own: a live set of tables, and steps that allocate instances, arrays
 * and buckets, most of which die at once, while some replace parts of the live set.
 *
 * Every object is checked by the sums that `work` returns: they depend on all contents read back.
 */

import {
  alloc,
  boxInt,
  entry,
  globals,
  hostImport,
  type i32,
  i64,
  intOf,
  isNil,
  Layout,
  layout,
  slot,
  type Tail,
  type Value,
} from "../../../toolkit/define/mod.ts";
import { HeapHooks } from "../../../toolkit/heap/mod.ts";

/** An instance with four slots. */
@layout()
export class Instance extends Layout {
  a!: Value;
  b!: Value;
  c!: Value;
  d!: Value;
}

@layout()
export class Items extends Layout {
  items!: Tail<Value>;
}

/** An entry of a table. */
@layout()
export class Entry extends Layout {
  next!: Entry;
  hash!: i32;
  key!: Value;
  value!: Value;
}

@layout()
export class Table extends Layout {
  count!: i32;
  buckets!: Tail<Entry>;
}

@layout()
export class Tables extends Layout {
  tables!: Tail<Table>;
}

@globals()
export class Churn {
  static live: Tables;
  static random: i32;
}

export const onPhase: (phase: i32) => void = hostImport({});

function phase(p: i32): void {
  onPhase(p);
}

function random(): i32 {
  let x = Churn.random;
  x ^= x << 13;
  x ^= x >>> 17;
  x ^= x << 5;
  Churn.random = x;
  return x & 0x7fffffff;
}

/** An instance that holds a small array. */
function makeInstance(n: i64): Instance {
  const items = alloc(Items, 3);
  items.items[0] = boxInt(n);
  items.items[1] = boxInt(n + 1n);
  const instance = alloc(Instance);
  instance.a = boxInt(n);
  instance.b = items;
  return instance;
}

/** Puts an instance under a key; replaces what was there. */
function put(table: Table, hash: i32, value: Value): void {
  const bucket = hash & (table.length - 1);
  let found = table.buckets[bucket];
  while (!isNil(found) && found.hash !== hash) found = found.next;
  if (!isNil(found)) {
    found.value = value;
    return;
  }
  const made = alloc(Entry);
  made.hash = hash;
  made.key = boxInt(1n);
  made.value = value;
  made.next = table.buckets[bucket];
  table.buckets[bucket] = made;
  table.count += 1;
}

function get(table: Table, hash: i32): Instance {
  let found = table.buckets[hash & (table.length - 1)];
  while (!isNil(found)) {
    if (found.hash === hash) return found.value as Instance;
    found = found.next;
  }
  return makeInstance(0n);
}

/** Builds the live set: `tables` tables of `size` (a power of two) entries each. */
export const build = entry(function (tables: i32, size: i32): i32 {
  HeapHooks.collection = slot(phase);
  Churn.random = 0x12345;
  const live = alloc(Tables, tables);
  Churn.live = live;
  for (let t = 0; t < tables; t++) {
    const table = alloc(Table, size);
    Churn.live.tables[t] = table;
    for (let i = 0; i < size; i++) {
      const instance = makeInstance(i64(i));
      put(Churn.live.tables[t], i, instance);
    }
  }
  return 0;
});

/** Allocates `count` instances with their arrays; one in `every` replaces an entry of the live set. */
export const work = entry(function (count: i32, every: i32): i64 {
  let sum = 0n;
  const tables = Churn.live.length;
  const size = Churn.live.tables[0].length;
  for (let i = 0; i < count; i++) {
    const instance = makeInstance(i64(i));
    const r = random();
    if (r % every === 0) {
      const table = Churn.live.tables[(r >>> 8) % tables];
      put(table, (r >>> 12) & (size - 1), instance);
    }
    const other = get(Churn.live.tables[(r >>> 4) % tables], (r >>> 9) & (size - 1));
    instance.c = other.a;
    sum += intOf(instance.c) + intOf((instance.b as Items).items[1]);
  }
  return sum;
});
