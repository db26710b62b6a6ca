/** Top-level variables: one cell per key, found through the key's symbol. */

import { alloc, ERROR, type Fresh, isNil, residual, type Value } from "../../toolkit/define/mod.ts";
import { GlobalCell, type Symbol } from "./objects.ts";
import { unboundVariable } from "./errors.ts";

/** The cell of a key, made at first use. */
export const cellOf = residual(function (key: Symbol): GlobalCell {
  if (!isNil(key.cell)) return key.cell;
  const cell = alloc(GlobalCell);
  cell.key = key;
  key.cell = cell;
  return cell;
});

/** Gives a variable a value. */
export const defineCell = residual(function (cell: GlobalCell, v: Value): void {
  cell.value = v;
  if (cell.fixed === ERROR) (cell as Fresh<GlobalCell>).fixed = v;
});

/** The value of a variable; an error while it is undefined. */
export const valueOfCell = residual(function (cell: GlobalCell): Value {
  if (cell.value === ERROR) throw unboundVariable(cell);
  return cell.value;
});
