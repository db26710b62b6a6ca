/** The bundle of the command line: the same bytes from the same sources. */

import { deepStrictEqual as assertEquals } from "node:assert";
import { bundle, BUNDLE_FOLDER } from "../../../toolkit/bundle/bundle.ts";

const ROOT = new URL("../../../", import.meta.url);

Deno.test("the bundle is what its sources give", async () => {
  const files = await bundle();
  const names = [...Deno.readDirSync(new URL(BUNDLE_FOLDER, ROOT))].map(({ name }) => `${BUNDLE_FOLDER}/${name}`);
  const isOld = (path: string, bytes: Uint8Array) => {
    const found = Deno.readFileSync(new URL(path, ROOT));
    return found.length !== bytes.length || found.some((byte, i) => byte !== bytes[i]);
  };
  assertEquals(names.sort(), files.map(({ path }) => path).sort(), 'The bundle is old: run "deno task build cli"');
  assertEquals(files.filter(({ path, bytes }) => isOld(path, bytes)).map(({ path }) => path), []);
});
