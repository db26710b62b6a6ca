/**
 * `deno task profile`: writes down which functions of the command line small programs call (`bundle_startup.txt`).
 *
 * The bundle is made with calls recorded and runs each program in a process of its own. Do this when starting has become slower, or its code
 * has changed much; the list is committed, so that the bundle depends on sources alone.
 */

import { bundleWith, STARTUP_NAMES } from "./bundle.ts";
import { recordingCalls } from "./bundle_eager.ts";

/** What programs are like that end soon, by the name of their file. */
const PROGRAMS: readonly (readonly [language: string, text: string])[] = [
  ["python", 'print("Hello, world!")\n'],
  ["scheme", '(import (scheme base) (scheme write))\n(display "Hello, world!")\n(newline)\n'],
];

const folder = Deno.makeTempDirSync({ dir: new URL("../", import.meta.url).pathname, prefix: "profile-" });
try {
  for (const { path, bytes } of await bundleWith(recordingCalls)) {
    Deno.writeFileSync(`${folder}/${path.slice(path.indexOf("/") + 1)}`, bytes);
  }
  const driver = `${folder}/driver.js`;
  Deno.writeTextFileSync(
    driver,
    'import { main } from "./main.js"; await main(Deno.args.slice(1)); Deno.writeTextFileSync(Deno.args[0], [...calledFunctions].join("\\n")); Deno.exit(0);',
  );
  const names = new Set<string>();
  for (const [language, text] of PROGRAMS) {
    Deno.writeTextFileSync(`${folder}/program`, text);
    const args = ["run", "-A", driver, `${folder}/names.txt`, "run", language, `${folder}/program`];
    const { success } = await new Deno.Command(Deno.execPath(), { args, stdout: "null" }).output();
    if (!success) throw new Error(`The program failed: run ${language}`);
    for (const name of Deno.readTextFileSync(`${folder}/names.txt`).split("\n")) names.add(name);
  }
  Deno.writeTextFileSync(STARTUP_NAMES, [...names].sort().join("\n") + "\n");
  console.log(`${names.size} functions`);
} finally {
  Deno.removeSync(folder, { recursive: true });
}
